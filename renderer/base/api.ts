import { AppError, type Envelope } from '../../shared/app-error'
import type { Api } from '../../shared/ipc/contract'
import type { RawApi } from '../../shared/ipc/raw-api'

declare global {
  interface Window {
    readonly api: RawApi
  }
}

type RawCall = (...args: unknown[]) => Promise<Envelope<unknown>>

const opened =
  (call: RawCall) =>
  async (...args: unknown[]): Promise<unknown> => {
    const envelope = await call(...args)
    if (!envelope.ok) throw new AppError(envelope.kind, envelope.message)
    return envelope.value
  }

const entries = Object.entries(window.api).map(([name, member]) => [
  name,
  name === 'on' ? member : opened(member as RawCall),
])

/** The API of main: every call of the contract as a function that rejects with an AppError; events through `on`. */
export const api: Api = Object.fromEntries(entries)
