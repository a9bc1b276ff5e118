import { vi } from 'vitest'
import type { Envelope } from '../../shared/app-error'
import type { CallName, EventName, Payload } from '../../shared/ipc/contract'

type Answers = Partial<Record<CallName, (...args: never[]) => unknown>>

/** A fake of the API that the window uses, with answers from a test. */
export interface FakeApi {
  /** Sends an event as main would. */
  readonly emit: <N extends EventName>(name: N, payload: Payload<N>) => void
  /** What was called, in order. */
  readonly called: { readonly name: string; readonly args: readonly unknown[] }[]
}

/** Installs `window.api` with these calls only. Modules that read it must be imported afterwards. */
export const installApi = (answers: Answers): FakeApi => {
  const listeners = new Map<string, ((payload: unknown) => void)[]>()
  const called: { name: string; args: readonly unknown[] }[] = []
  const callNamed =
    (name: string, answer: (...args: never[]) => unknown) =>
    async (...args: never[]): Promise<Envelope<unknown>> => {
      called.push({ name, args })
      try {
        return { ok: true, value: await answer(...args) }
      } catch (error) {
        return { ok: false, kind: 'failed', message: error instanceof Error ? error.message : String(error) }
      }
    }
  const on = (name: string, listener: (payload: unknown) => void) => {
    listeners.set(name, [...(listeners.get(name) ?? []), listener])
    return () =>
      listeners.set(
        name,
        (listeners.get(name) ?? []).filter((known) => known !== listener),
      )
  }
  const calls = Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [name, callNamed(name, answer)]),
  )
  vi.stubGlobal('window', { api: { ...calls, on } })
  return {
    called,
    emit: (name, payload) => {
      for (const listener of listeners.get(name) ?? []) listener(payload)
    },
  }
}
