import { readFile } from 'node:fs/promises'
import { dialog, nativeTheme, shell } from 'electron'
import { AppError } from '../../shared/app-error'
import type { appCalls, OpenedFolder, Startup } from '../../shared/ipc/app-calls'
import { platformOf } from '../../shared/platform-words'
import type { Settings, SettingsPatch } from '../../shared/settings'
import { t } from '../../shared/texts/translate'
import { resolveInside } from '../disk/resolve-inside'
import { pathForShell } from '../disk/shell-path'
import type { HandlersOf } from '../security/ipc'
import { openExternal } from '../security/permissions'
import type { FirstFolder } from '../window/first-folder'
import type { MainWindow } from '../window/main-window'
import { applySpelling } from '../window/spelling'
import { type AppState, recentFolders } from '../workspace/app-state'
import type { Workspace } from '../workspace/workspace'
import type { Recovery } from './recovery'

export interface AppHandlersOptions {
  readonly state: AppState
  readonly workspace: Workspace
  readonly window: MainWindow
  readonly version: string
  readonly noticesFile: string
  readonly firstFolder: FirstFolder
  readonly openSample: () => Promise<OpenedFolder>
  readonly recovery: Recovery
  /** Called when the recent folders have changed. */
  readonly onRecentChanged: () => void
  readonly onSettings: (settings: Settings) => void
}

/** The calls about the window, the settings and the open folder. */
export const appHandlers = (options: AppHandlersOptions): HandlersOf<typeof appCalls> => {
  const { state, workspace, window, firstFolder, recovery } = options
  const { closeGuard, notices } = window
  let postLanguage: string | null = null
  return {
    startup: async (): Promise<Startup> => {
      closeGuard.pageReady()
      await recovery.atStart() // before the folder is read: a rename may be half done
      const { site, openPost, isNew = false } = await firstFolder.open()
      return {
        platform: platformOf(process.platform),
        version: options.version,
        settings: state.settings.value(),
        recentFolders: recentFolders(state.session.value()),
        site,
        openPost,
        isNew,
        notices: [...state.notices.map(warning), ...notices.take()],
        commands: window.pageStarted(),
        fullScreen: window.current()?.isFullScreen() ?? false,
      }
    },
    thirdPartyNotices: () => readFile(options.noticesFile, 'utf8'),
    changeSettings: async (patch) => {
      const settings = { ...state.settings.value(), ...definedOnly(patch) }
      await state.settings.set(settings)
      nativeTheme.themeSource = settings.theme
      options.onSettings(settings)
      applySpelling(window.need().webContents.session, settings, postLanguage)
      return settings
    },
    reportLanguage: (language) => {
      postLanguage = language
      const session = window.current()?.webContents.session
      if (session) applySpelling(session, state.settings.value(), language)
    },
    chooseFolder: async () => {
      const { filePaths } = await dialog.showOpenDialog(window.need(), {
        title: t('app.openPostsFolder'),
        buttonLabel: t('app.openFolder'),
        properties: ['openDirectory', 'createDirectory'],
      })
      return filePaths[0] === undefined ? { site: null, openPost: null } : workspace.open(filePaths[0])
    },
    openPath: (path) => workspace.open(path),
    openRecent: (path) => {
      if (!state.session.value().recentFolders.includes(path)) {
        throw new AppError('bad-arguments', t('app.notRecent', { path }))
      }
      return workspace.open(path)
    },
    forgetRecent: async (path) => {
      const session = state.session.value()
      const kept = session.recentFolders.filter((known) => known !== path)
      await state.session.set({ ...session, recentFolders: kept })
      options.onRecentChanged()
      return recentFolders(state.session.value())
    },
    openSampleBlog: options.openSample,
    isOpenRequested: firstFolder.isRequested,
    openNextRequest: firstFolder.openNext,
    recoverAgain: recovery.again,
    openExternal,
    setFullScreen: (on) => {
      window.need().setMenuBarVisibility(!on) // macOS hides its own
      window.need().setFullScreen(on)
    },
    showInFolder: async (id) =>
      shell.showItemInFolder(pathForShell(await resolveInside(workspace.needSite().postsRoot, id))),
    reportUnsaved: (ids) => closeGuard.unsaved(ids.length),
    answerClose: (may) => closeGuard.answer(may),
  }
}

const warning = (text: string) => ({ kind: 'warning', text }) as const

const definedOnly = (patch: SettingsPatch) =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))
