import { z } from 'zod'
import type { CommandId } from '../commands'
import { postId } from '../posts/post'
import { type Settings, settingsPatch } from '../settings'
import type { SiteInfo } from '../site/site-info'
import { call, event, returns } from './define'

export interface RecentFolder {
  readonly path: string
  readonly name: string
}

/** The actions that a notice of main can offer; the page knows their labels and effects. */
export type NoticeAction = 'recover-again'

/** A notice of main to the user. */
export interface MainNotice {
  readonly kind: 'info' | 'warning' | 'error'
  readonly text: string
  readonly action?: NoticeAction
  /** The files it is about, shown on request. */
  readonly files?: readonly string[]
}

/** Everything the window needs to draw its first frame. */
export interface Startup {
  readonly platform: 'darwin' | 'win32' | 'linux'
  readonly version: string
  readonly settings: Settings
  readonly recentFolders: readonly RecentFolder[]
  readonly site: SiteInfo | null
  /** The post named on the command line, or the last one open. */
  readonly openPost: string | null
  /** The folder was not opened before. */
  readonly isNew?: boolean
  /** Notices to show at once, such as unreadable settings. */
  readonly notices: readonly MainNotice[]
  /** Menu commands chosen while there was no window. */
  readonly commands: readonly CommandId[]
  /** The window is in full screen. */
  readonly fullScreen: boolean
}

/** The result of opening a folder; `site` is null if the dialog was canceled. */
export interface OpenedFolder {
  readonly site: SiteInfo | null
  readonly openPost: string | null
  /** The folder was not opened before, so what was detected is announced. */
  readonly isNew?: boolean
}

export const appCalls = {
  startup: call(z.tuple([]), returns<Startup>()),
  /** The licenses of bundled software. */
  thirdPartyNotices: call(z.tuple([]), returns<string>()),
  changeSettings: call(z.tuple([settingsPatch]), returns<Settings>()),
  /** The language of the open post, for spelling; null if unknown. */
  reportLanguage: call(z.tuple([z.string().min(1).max(35).nullable()]), returns<void>()),
  chooseFolder: call(z.tuple([]), returns<OpenedFolder>()),
  /** Called only by the preload, with the path of a dropped file; the page can only name recent folders. */
  openPath: call(z.tuple([z.string().min(1).max(4096)]), returns<OpenedFolder>()),
  openRecent: call(z.tuple([z.string().min(1).max(4096)]), returns<OpenedFolder>()),
  forgetRecent: call(z.tuple([z.string().min(1).max(4096)]), returns<readonly RecentFolder[]>()),
  /** Whether a request of another instance or the system is waiting. */
  isOpenRequested: call(z.tuple([]), returns<boolean>()),
  /** Opens the oldest request of another instance or the system; null if there is none. */
  openNextRequest: call(z.tuple([]), returns<OpenedFolder | null>()),
  /** Retries interrupted operations that could not be completed at start. */
  recoverAgain: call(z.tuple([]), returns<void>()),
  openSampleBlog: call(z.tuple([]), returns<OpenedFolder>()),
  /** Opens http, https and mailto links in the system's browser; everything else is refused. */
  openExternal: call(z.tuple([z.string().max(8192)]), returns<void>()),
  setFullScreen: call(z.tuple([z.boolean()]), returns<void>()),
  showInFolder: call(z.tuple([postId]), returns<void>()),
  /** The posts that have unsaved text, so that quitting knows without asking. */
  reportUnsaved: call(z.tuple([z.array(postId)]), returns<void>()),
  /** The answer to `closeRequested`: false keeps the window open. */
  answerClose: call(z.tuple([z.boolean()]), returns<void>()),
} as const

export const commandLineCalls = {
  /** Asks, then installs the command `postwright` on PATH; returns a message, or null if canceled. */
  installCommand: call(z.tuple([]), returns<string | null>()),
} as const

export const appEvents = {
  /** A menu item or its shortcut. */
  command: event<CommandId>(),
  /** Another instance or the system requests to open something: see `isOpenRequested`. */
  openRequested: event<null>(),
  /** A notice that no call requested. */
  notice: event<MainNotice>(),
  /** The window wants to close: save or ask, then call `answerClose`. */
  closeRequested: event<null>(),
  /** The window has entered or left full screen, where it has no window buttons. */
  fullScreenChanged: event<boolean>(),
  /** The computer is about to sleep or shut down: write unsaved text to the disk now. */
  sleepComing: event<null>(),
} as const
