import type { MainNotice, NoticeAction } from '../../shared/ipc/app-calls'
import type { PostId } from '../../shared/posts/post'
import { t } from '../../shared/texts/translate'
import { api } from '../base/api'
import { runCommand } from '../base/command-bus'
import { followFullScreen } from '../base/look/full-screen'
import { startTheme } from '../base/look/theme'
import { type NoticeToShow, showError, showNotice } from '../base/notices'
import { startSchema } from '../base/schema-store'
import { startSettings } from '../base/settings-store'
import { startSite, useFolderOpener } from '../base/site-store'
import { followFiles } from '../document/check-disk'
import { followMovedImports } from '../document/images/imported-images'
import { startJournal } from '../document/journal/journal-client'
import { followBodyLanguage } from '../document/language/body-language'
import { followWords } from '../document/place/word-count'
import { followOpenText } from '../document/problems/check-open'
import { startFindings } from '../document/problems/findings'
import { startAutosave } from '../document/save/autosave'
import { followUnsaved } from '../document/state/unsaved-posts'
import { followOpenPost } from '../history/history-store'
import { startBulkEdit } from '../library/bulk-edit/store'
import { startReplace } from '../library/replace/store'
import { followIgnored } from '../library/state/ignored-posts'
import { postOf, startLibrary, useLibrary } from '../library/state/library-store'
import { startTextSearch } from '../library/state/text-search'
import { startLinks } from '../links/start-links'
import { startBackAndForward } from '../navigation/back-and-forward'
import { startSwitcher } from '../navigation/switcher-store'
import { startOutline } from '../outline/outline-store'
import { startShortcodes } from '../shortcodes/start-shortcodes'
import { startSpelling } from '../spelling/start-spelling'
import { startTables } from '../tables/start-tables'
import { startDay } from '../words/count/day'
import { startGoals } from '../words/count/keep-goals'
import { startSelected } from '../words/count/selection'
import { startFullScreen } from '../words/focus/full-screen'
import { startWritingModes } from '../words/focus/writing-modes'
import { startFolderProblems } from './commands/folder-problems'
import { openRecent, openRequests, showFolder } from './commands/open-folder'
import { startCommands } from './commands/run-command'
import { makeSafe, reportUnsaved } from './commands/unsaved'
import { followSpellingLanguage } from './spelling-language'

const actions: Readonly<Record<NoticeAction, NonNullable<NoticeToShow['action']>>> = {
  'recover-again': { label: t('app.tryAgain'), run: () => void api.recoverAgain().catch(showError) },
}

/** Shows a notice of main, with its actions. */
const showMainNotice = ({ action, ...notice }: MainNotice): void => {
  showNotice({ ...notice, ...(action ? { action: actions[action] } : {}) })
}

const answerClose = async (): Promise<void> => {
  let may = false
  try {
    may = await makeSafe()
  } finally {
    await api.answerClose(may) // without an answer the window could never close
  }
}

const isListed = (id: PostId): boolean => postOf(id) !== undefined

/** Connects the stores to main before the first frame is drawn. The contents of the folder follow. */
export const start = async (): Promise<void> => {
  const startup = await api.startup()
  startSettings(startup.settings)
  startTheme()
  startSite(startup)
  startLibrary()
  followIgnored()
  startTextSearch()
  followBodyLanguage()
  followSpellingLanguage()
  startReplace()
  startBulkEdit()
  startSchema()
  startCommands()
  startLinks(
    () => useLibrary.getState().posts,
    (listener) => useLibrary.subscribe((state, before) => state.posts !== before.posts && listener()),
  )
  startTables()
  startSpelling()
  startShortcodes()
  startSwitcher(isListed)
  startBackAndForward(isListed)
  startOutline()
  followOpenPost()
  startFolderProblems()
  startFindings()
  followOpenText()
  reportUnsaved()
  followUnsaved()
  startJournal()
  startAutosave()
  followFiles()
  followWords()
  startDay()
  startGoals()
  startSelected()
  startWritingModes()
  startFullScreen()
  useFolderOpener.setState({ open: openRecent })
  api.on('notice', showMainNotice)
  followMovedImports()
  api.on('openRequested', () => void openRequests().catch(showError))
  api.on('closeRequested', () => void answerClose().catch(showError))
  api.on('sleepComing', () => void makeSafe().catch(showError))
  followFullScreen(startup.fullScreen)
  for (const notice of startup.notices) showMainNotice(notice)
  showFolder(startup)
    .catch(showError)
    .then(openRequests) // requests that arrived while the first folder was opening
    .catch(showError)
    .finally(() => {
      for (const command of startup.commands) runCommand(command)
    })
}
