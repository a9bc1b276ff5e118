import { messageOf } from '../../shared/app-error'
import type { MainNotice } from '../../shared/ipc/app-calls'
import { t } from '../../shared/texts/translate'
import type { Operations } from '../posts/operations/operations'
import { recoveryNotice } from '../posts/operations/recovery-notice'

export interface RecoveryOptions {
  readonly recover: Operations['recover']
  /** Whether the writer gives up an operation whose folder is still not there. */
  readonly askToDismiss: (title: string, folder: string) => Promise<boolean>
  readonly dismiss: (operation: string) => Promise<void>
  readonly tell: (notice: MainNotice) => void
  /** Milliseconds that a start waits for it. */
  readonly timeoutMs?: number
}

/** Completes what a crash interrupted, and tells the outcome. */
export interface Recovery {
  /** Resolves when it is done, or soon: a disk that does not answer must not keep the window from opening. Never rejects. */
  readonly atStart: () => Promise<void>
  /** Resolves when it is done. Never rejects. */
  readonly again: () => Promise<void>
}

const defaultTimeoutMs = 1500

/** Makes the recovery of one run of the app. */
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
