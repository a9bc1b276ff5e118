import { appCalls, appEvents, commandLineCalls } from './app-calls'
import { checkCalls, checkEvents } from './check-calls'
import type { ArgsOf, PayloadOf, ResultOf, SentArgsOf } from './define'
import { documentCalls, documentEvents } from './document-calls'
import { exportCalls, exportEvents } from './export-calls'
import { fileCalls, fileEvents } from './file-calls'
import { imageCalls, imageEvents } from './image-calls'
import { libraryCalls, libraryEvents } from './library-calls'
import { lookCalls } from './look-calls'
import { siteCalls, siteChoiceCalls } from './site-calls'
import { siteViewCalls, siteViewEvents } from './site-view-calls'
import { spellingCalls } from './spelling-calls'

/** Every call the renderer can make. Types, argument checks, preload and handlers all come from this table. */
export const calls = {
  ...appCalls,
  ...commandLineCalls,
  ...documentCalls,
  ...libraryCalls,
  ...checkCalls,
  ...fileCalls,
  ...siteChoiceCalls,
  ...siteCalls,
  ...siteViewCalls,
  ...imageCalls,
  ...lookCalls,
  ...spellingCalls,
  ...exportCalls,
} as const

/** Every event main can send. */
export const events = {
  ...appEvents,
  ...documentEvents,
  ...libraryEvents,
  ...checkEvents,
  ...fileEvents,
  ...imageEvents,
  ...siteViewEvents,
  ...exportEvents,
} as const

export type CallName = keyof typeof calls
export type EventName = keyof typeof events
export type Args<N extends CallName> = ArgsOf<(typeof calls)[N]>
export type SentArgs<N extends CallName> = SentArgsOf<(typeof calls)[N]>
export type Result<N extends CallName> = ResultOf<(typeof calls)[N]>
export type Payload<N extends EventName> = PayloadOf<(typeof events)[N]>

/** The type of `window.api`: each call as a function, and one function to listen to events. */
export type Api = { readonly [N in CallName]: (...args: SentArgs<N>) => Promise<Result<N>> } & {
  /** Opens what was dropped on the window; the renderer never sees its path. */
  readonly openDropped: (file: unknown) => Promise<Result<'openPath'>>
  /** Listens to an event of main; returns an unsubscribe function. */
  readonly on: <N extends EventName>(name: N, listener: (payload: Payload<N>) => void) => () => void
}
