import { flushSync } from 'react-dom'
import { itemAt } from '../../../shared/base/item-at'
import type { CommandId } from '../../../shared/commands'
import type { Settings } from '../../../shared/settings'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { registerCommand, runCommand } from '../../base/command-bus'
import { openDialog } from '../../base/dialogs'
import { showNotice } from '../../base/notices'
import { changeSettings, getSettings } from '../../base/settings-store'
import { listenToShortcuts } from '../../base/shortcuts'
import { useSite } from '../../base/site-store'
import { useDocument } from '../../document/state/document-state'
import { openDeletedPosts, toggleHistory } from '../../history/history-store'
import { openOperations } from '../../history/operations-store'
import { renameSelectedImage } from '../../images/images-store'
import { openBulkEditOfSelection } from '../../library/bulk-edit/store'
import { canReplace, openReplace } from '../../library/replace/store'
import { focusSearch } from '../../library/search/search-field'
import { useLibrary } from '../../library/state/library-store'
import { useTextSearch } from '../../library/state/text-search'
import { showBacklinks, toggleOutline } from '../../outline/show-outline'
import { copyRich } from './copy-rich'
import { exportOpenPost } from './export-post'
import { chooseFolder, openSample } from './open-folder'
import {
  changeDateOfOpen,
  closeOpen,
  duplicateOpen,
  moveOpen,
  publishOpen,
  renameOpen,
  revertOpen,
  saveAll,
  saveOpen,
  showOpenInFolder,
  trashOpen,
} from './post-commands'
import { showSidebar, toggleSidebar } from './sidebar'
import { showView, useView } from './view'

/** Opens the page of the open post in the browser, or says why not. */
const openPageOn = (where: 'live' | 'development') => async (): Promise<void> => {
  const { post } = useDocument.getState()
  if (!post) throw new Error('No post is open.')
  const opened = await api.openPostIn(post.id, where)
  if (opened.kind === 'refused') showNotice({ kind: 'info', text: opened.reason })
}

/** Installs the command `postwright` on PATH and says where. */
const installCommand = async (): Promise<void> => {
  const text = await api.installCommand()
  if (text !== null) showNotice({ kind: 'info', text })
}

type Own = Partial<Record<CommandId, () => void | Promise<void>>>

const layouts: readonly Settings['layout'][] = ['write', 'live', 'split', 'preview']

const nextLayout = (): Settings['layout'] =>
  itemAt(layouts, (layouts.indexOf(getSettings().layout) + 1) % layouts.length)

const withSite = (run: () => void | Promise<void>) => () => {
  if (useSite.getState().site) return run()
  showNotice({ kind: 'info', text: t('app.openFolderFirst') })
}

const showSearch = () => {
  flushSync(() => showSidebar(true)) // the next key goes to the search
  focusSearch()
}

const replaceFound = (): void | Promise<void> => {
  if (canReplace(useLibrary.getState().query, useTextSearch.getState())) return openReplace()
  showSearch()
  showNotice({ kind: 'info', text: t('app.searchFirst') })
}

const always: Own = {
  'open-folder': chooseFolder,
  'open-sample': openSample,
  settings: () => openDialog('settings'),
  shortcuts: () => openDialog('shortcuts'),
  about: () => openDialog('about'),
  'install-command': installCommand,
  'command-palette': () => openDialog('commands'),
  'quick-open': withSite(() => openDialog('posts')),
  'new-post': withSite(() => openDialog('new-post')),
  'find-in-posts': withSite(showSearch),
  'replace-in-posts': withSite(replaceFound),
  'save-all': saveAll,
  'edit-fields': withSite(openBulkEditOfSelection),
  'deleted-posts': withSite(openDeletedPosts),
  'recent-operations': withSite(openOperations),
  'cycle-layout': () => changeSettings({ layout: nextLayout() }),
  'layout-write': () => changeSettings({ layout: 'write' }),
  'layout-live': () => changeSettings({ layout: 'live' }),
  'layout-split': () => changeSettings({ layout: 'split' }),
  'layout-preview': () => changeSettings({ layout: 'preview' }),
  'toggle-sidebar': withSite(toggleSidebar),
  outline: withSite(toggleOutline),
  'view-posts': () => showView('posts'),
  'view-images': withSite(() => showView(useView.getState().view === 'images' ? 'posts' : 'images')),
  'view-problems': withSite(() => showView(useView.getState().view === 'problems' ? 'posts' : 'problems')),
  'theme-system': () => changeSettings({ theme: 'system' }),
  'theme-light': () => changeSettings({ theme: 'light' }),
  'theme-dark': () => changeSettings({ theme: 'dark' }),
}

const ofPost: Own = {
  'export-html': exportOpenPost,
  'open-live': openPageOn('live'),
  'open-development': openPageOn('development'),
  backlinks: showBacklinks,
  history: toggleHistory,
  'copy-rich': copyRich,
  'rename-post': () => (useView.getState().view === 'images' ? renameSelectedImage() : renameOpen()),
  'move-post': moveOpen,
  'change-date': changeDateOfOpen,
  'publish-draft': publishOpen,
  'duplicate-post': duplicateOpen,
  'show-in-folder': showOpenInFolder,
  'trash-post': trashOpen,
  save: saveOpen,
  'close-post': closeOpen,
  revert: revertOpen,
}

const register = (own: Own) => Object.entries(own).map(([id, run]) => registerCommand(id as CommandId, run))

/** Registers the app's own commands, and listens to the menu and to keys. */
export const startCommands = (): void => {
  register(always)
  let stops: readonly (() => void)[] = []
  const follow = (open: boolean) => {
    for (const stop of stops) stop()
    stops = open ? register(ofPost) : []
  }
  useDocument.subscribe(({ post }, { post: before }) => {
    if ((post === null) !== (before === null)) follow(post !== null)
  })
  api.on('command', (id) => runCommand(id))
  listenToShortcuts(window)
}
