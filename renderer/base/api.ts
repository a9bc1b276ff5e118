import type { Api } from '../../shared/ipc/contract'

declare global {
  interface Window {
    readonly api: Api
  }
}

/** The way to main: every call of the contract as a function, events through `on`. */
export const api: Api = window.api
