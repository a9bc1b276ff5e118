import { contextBridge, ipcRenderer, webUtils } from 'electron'
import { type CallName, calls, type EventName, events } from '../shared/ipc/contract'
import type { RawApi } from '../shared/ipc/raw-api'

// The page passes the dropped File itself: it cannot construct one with a path of its choice.
const { openPath: _onlyForDrops, ...named } = calls

const callFunctions = Object.fromEntries(
  (Object.keys(named) as CallName[]).map((name) => [
    name,
    (...args: unknown[]) => ipcRenderer.invoke(name, ...args),
  ]),
)

const api = {
  ...callFunctions,
  openDropped: (file: unknown) => ipcRenderer.invoke('openPath', webUtils.getPathForFile(file as File)),
  on: (name: EventName, listener: (payload: unknown) => void) => {
    if (!Object.hasOwn(events, name)) throw new Error(`No event ${name}`)
    const forward = (_event: unknown, payload: unknown) => listener(payload)
    ipcRenderer.on(name, forward)
    return () => {
      ipcRenderer.off(name, forward)
    }
  },
}

// Built in a loop over the names of the calls, which types cannot express; main checks arguments and results.
contextBridge.exposeInMainWorld('api', api as unknown as RawApi)
