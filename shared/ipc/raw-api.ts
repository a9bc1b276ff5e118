import type { Envelope } from '../app-error'
import type { CallName, EventName, Payload, Result, SentArgs } from './contract'

/** What the preload exposes as `window.api`: errors are passed as envelopes, because a thrown one would lose its kind. */
export type RawApi = { readonly [N in CallName]: (...args: SentArgs<N>) => Promise<Envelope<Result<N>>> } & {
  readonly openDropped: (file: unknown) => Promise<Envelope<Result<'openPath'>>>
  readonly on: <N extends EventName>(name: N, listener: (payload: Payload<N>) => void) => () => void
}
