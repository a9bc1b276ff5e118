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

/** What a notice of main can offer; the page knows what each is called and what it does. */
export type NoticeAction = 'recover-again'

/** Something that main tells the writer. */
export interface MainNotice {
  readonly kind: 'info' | 'warning' | 'error'
  readonly text: string
  readonly action?: NoticeAction
  /** The files it is about, one a line, for who wants to look. */
  readonly files?: readonly string[]
}

/** All that the window needs to draw its first frame. */
export interface Startup {
  readonly platform: 'darwin' | 'win32' | 'linux'
  readonly version: string
  readonly settings: Settings
  readonly recentFolders: readonly RecentFolder[]
  readonly site: SiteInfo | null
  /** A post named on the command line, or the one that was open last. */
  readonly openPost: string | null
  /** The folder was never opened before. */
  readonly isNew?: boolean
  /** Something to tell at once, such as settings that could not be read. */
  readonly notices: readonly MainNotice[]
  /** Commands of the menu that were chosen while there was no window. */
  readonly commands: readonly CommandId[]
  /** The window fills the screen. */
  readonly fullScreen: boolean
}

/** What opening a folder came to; `site` is null when the dialog was dismissed. */
export interface OpenedFolder {
  readonly site: SiteInfo | null
  readonly openPost: string | null
  /** The folder was never opened before: the writer is told what was found in it. */
  readonly isNew?: boolean
}

export const appCalls = {
  startup: call(z.tuple([]), returns<Startup>()),
  /** The licences of what is bundled. */
  thirdPartyNotices: call(z.tuple([]), returns<string>()),
  changeSettings: call(z.tuple([settingsPatch]), returns<Settings>()),
  /** The language that the open post is written in, for its spelling; null where it is not known. */
  reportLanguage: call(z.tuple([z.string().min(1).max(35).nullable()]), returns<void>()),
  chooseFolder: call(z.tuple([]), returns<OpenedFolder>()),
  /** Only the preload calls this one, with the path of a dropped file; a renderer can only name recent folders. */
  openPath: call(z.tuple([z.string().min(1).max(4096)]), returns<OpenedFolder>()),
  openRecent: call(z.tuple([z.string().min(1).max(4096)]), returns<OpenedFolder>()),
  forgetRecent: call(z.tuple([z.string().min(1).max(4096)]), returns<readonly RecentFolder[]>()),
  /** Opens the oldest thing that another instance or the system asked for; null where nothing waits. */
  openNextRequest: call(z.tuple([]), returns<OpenedFolder | null>()),
  /** Goes on with operations that a crash cut short and the start could not bring to their end. */
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
  /** Asks, then puts the command `postwright` where shells find it; answers what to tell, null where it was dismissed. */
  installCommand: call(z.tuple([]), returns<string | null>()),
} as const

export const appEvents = {
  /** A menu item or its shortcut. */
  command: event<CommandId>(),
  /** Another instance or the system asks to open something: make the text safe, then call `openNextRequest`. */
  openRequested: event<null>(),
  /** Something to tell that no call asked for. */
  notice: event<MainNotice>(),
  /** The window wants to close save what is unsaved, or ask, then `answerClose`. */
  closeRequested: event<null>(),
  /** The window fills the screen and has no buttons of its own, or has them back. */
  fullScreenChanged: event<boolean>(),
  /** The computer is about to sleep or to end the session: have what is unsaved on the disk now. */
  sleepComing: event<null>(),
} as const
