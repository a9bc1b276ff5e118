import { messageOf } from '../../shared/app-error'
import type { MainNotice } from '../../shared/ipc/app-calls'
import { t } from '../../shared/texts/translate'
import type { Operations } from '../posts/operations/operations'
import { recoveryNotice } from '../posts/operations/recovery-notice'

export interface RecoveryOptions {
  readonly recover: Operations['recover']
  /** Asks whether to dismiss an operation whose folder is still unavailable. */
  readonly askToDismiss: (title: string, folder: string) => Promise<boolean>
  readonly dismiss: (operation: string) => Promise<void>
  readonly tell: (notice: MainNotice) => void
  /** Milliseconds that a start waits for the recovery. */
  readonly timeoutMs?: number
}

/** Completes operations that a crash interrupted, and reports the outcome. */
export interface Recovery {
  /** Resolves when it is done or times out: an unresponsive disk must not keep the window from opening. Never rejects. */
  readonly atStart: () => Promise<void>
  /** Resolves when it is done. Never rejects. */
  readonly again: () => Promise<void>
}

const defaultTimeoutMs = 1500

/** Creates the recovery. */
export const createRecovery = (options: RecoveryOptions): Recovery => {
  const { recover, tell, timeoutMs = defaultTimeoutMs } = options
  const goOn = async (mayAsk: boolean): Promise<void> => {
    try {
      for (const found of await recover())
        if (mayAsk && found.kind === 'waiting' && (await options.askToDismiss(found.title, found.folder)))
          await options.dismiss(found.undo)
        else tell(recoveryNotice(found))
    } catch (error) {
      tell({
        kind: 'error',
        text: t('app.recoveryFailed', { reason: messageOf(error) }),
        action: 'recover-again',
      })
    }
  }
  return {
    again: () => goOn(true),
    atStart: async () => {
      let timer: ReturnType<typeof setTimeout> | undefined
      const limit = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, timeoutMs)
      })
      await Promise.race([goOn(false), limit])
      clearTimeout(timer)
    },
  }
}
