import { type BrowserWindow, ipcMain, type WebFrameMain } from 'electron'
import { AppError, type Envelope, messageOf } from '../../shared/app-error'
import {
  type Args,
  type CallName,
  calls,
  type EventName,
  type Payload,
  type Result,
} from '../../shared/ipc/contract'
import { t } from '../../shared/texts/translate'

/** One function for each call of the contract. */
export type Handlers = {
  readonly [N in CallName]: (...args: Args<N>) => Promise<Result<N>> | Result<N>
}

/** The functions for one table of calls. */
export type HandlersOf<Calls> = Pick<Handlers, keyof Calls & CallName>

type AnyHandler = (...args: unknown[]) => unknown

/** Registers every call of the contract. `isOurs` tells whether a frame is the window's own main frame. */
export const handleCalls = (handlers: Handlers, isOurs: (frame: WebFrameMain | null) => boolean): void => {
  for (const name of Object.keys(calls) as CallName[]) {
    ipcMain.handle(name, (event, ...args: unknown[]) =>
      envelope(() => {
        if (!isOurs(event.senderFrame)) {
          throw new AppError('untrusted-sender', t('app.untrustedCall', { name }))
        }
        const checked = calls[name].args.safeParse(args)
        if (!checked.success) {
          const issue = checked.error.issues[0]
          throw new AppError(
            'bad-arguments',
            `${name}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`,
          )
        }
        return (handlers[name] as AnyHandler)(...(checked.data as unknown[]))
      }),
    )
  }
}

/** Sends an event of the contract to the window; a closed window is not an error. */
export const emit = <N extends EventName>(
  window: BrowserWindow | null,
  name: N,
  payload: Payload<N>,
): void => {
  if (window && !window.isDestroyed() && !window.webContents.isDestroyed())
    window.webContents.send(name, payload)
}

const envelope = async (work: () => unknown): Promise<Envelope<unknown>> => {
  try {
    return { ok: true, value: await work() }
  } catch (error) {
    return {
      ok: false,
      kind: error instanceof AppError ? error.kind : 'failed',
      message: messageOf(error),
    }
  }
}
