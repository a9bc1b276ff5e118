import { type BrowserWindow, dialog, nativeTheme, shell } from 'electron'
import { AppError } from '../../shared/app-error'
import type { OpenedFolder, Startup } from '../../shared/ipc/app-calls'
import type { SettingsPatch } from '../../shared/settings'
import { resolveInside } from '../disk/resolve-inside'
import type { Handlers } from '../security/ipc'
import { openExternal } from '../security/permissions'
import type { CloseGuard } from '../window/close-guard'
import { type AppState, recentFolders } from '../workspace/app-state'
import type { Workspace } from '../workspace/workspace'

export interface AppHandlersOptions {
  readonly state: AppState
  readonly workspace: Workspace
  readonly closeGuard: CloseGuard
  readonly window: () => BrowserWindow
  readonly version: string
  /** Opens what the command line asked for, or the folder of the last time; once. */
  readonly openFirst: () => Promise<OpenedFolder>
  readonly openSample: () => Promise<OpenedFolder>
  /** Opens what another instance or the system handed over last. */
  readonly openHanded: () => Promise<OpenedFolder>
  /** Notices gathered while starting; answered once. */
  readonly takeNotices: () => string[]
}

type AppCall =
  | 'startup'
  | 'changeSettings'
  | 'chooseFolder'
  | 'openPath'
  | 'openRecent'
  | 'forgetRecent'
  | 'openSampleBlog'
  | 'openHanded'
  | 'openExternal'
  | 'showInFolder'
  | 'reportUnsaved'
  | 'answerClose'

/** The calls about the window, the settings and the open folder. */
export const appHandlers = (options: AppHandlersOptions): Pick<Handlers, AppCall> => {
  const { state, workspace, closeGuard, window } = options
  return {
    startup: async (): Promise<Startup> => {
      closeGuard.pageReady()
      const { site, openPost } = await options.openFirst()
      return {
        platform: platform(),
        version: options.version,
        settings: state.settings.value(),
        recentFolders: recentFolders(state.session.value()),
        site,
        openPost,
        notices: [...state.notices, ...options.takeNotices()],
      }
    },
    changeSettings: async (patch) => {
      const settings = { ...state.settings.value(), ...definedOnly(patch) }
      await state.settings.set(settings)
      nativeTheme.themeSource = settings.theme
      window().webContents.session.setSpellCheckerEnabled(settings.spellcheck)
      return settings
    },
    chooseFolder: async () => {
      const { filePaths } = await dialog.showOpenDialog(window(), {
        title: 'Open a posts folder',
        buttonLabel: 'Open folder',
        properties: ['openDirectory', 'createDirectory'],
      })
      return filePaths[0] === undefined ? { site: null, openPost: null } : workspace.open(filePaths[0])
    },
    openPath: (path) => workspace.open(path),
    openRecent: (path) => {
      if (!state.session.value().recentFolders.includes(path)) {
        throw new AppError('bad-arguments', `${path} is not among the recent folders.`)
      }
      return workspace.open(path)
    },
    forgetRecent: async (path) => {
      const session = state.session.value()
      const kept = session.recentFolders.filter((known) => known !== path)
      await state.session.set({ ...session, recentFolders: kept })
      return recentFolders(state.session.value())
    },
    openSampleBlog: options.openSample,
    openHanded: options.openHanded,
    openExternal,
    showInFolder: async (id) =>
      shell.showItemInFolder(await resolveInside(workspace.needSite().postsRoot, id)),
    reportUnsaved: (ids) => closeGuard.unsaved(ids.length),
    answerClose: (may) => closeGuard.answer(may),
  }
}

const definedOnly = (patch: SettingsPatch) =>
  Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined))

const platform = (): Startup['platform'] =>
  process.platform === 'darwin' || process.platform === 'win32' ? process.platform : 'linux'
