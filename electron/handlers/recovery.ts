import { messageOf } from '../../shared/app-error'
import type { MainNotice } from '../../shared/ipc/app-calls'
import type { Operations } from '../posts/operations/operations'
import { recoveryNotice } from '../posts/operations/recovery-notice'

export interface RecoveryOptions {
  readonly recover: Operations['recover']
  readonly tell: (notice: MainNotice) => void
  /** Milliseconds that a start waits for it. */
  readonly patience?: number
}

/** Brings to an end what a crash cut short, and tells what came of it. */
export interface Recovery {
  /** Resolves when it is done, or soon: a disk that does not answer must not keep the window from opening. Never rejects. */
  readonly atStart: () => Promise<void>
  /** Resolves when it is done. Never rejects. */
  readonly again: () => Promise<void>
}

const usualPatience = 1500

/** Makes the recovery of one run of the app. */
export const createRecovery = ({ recover, tell, patience = usualPatience }: RecoveryOptions): Recovery => {
  const again = async (): Promise<void> => {
    try {
      for (const found of await recover()) tell(recoveryNotice(found))
    } catch (error) {
      tell({
        kind: 'error',
        text: `Something that a crash had cut short could not be finished: ${messageOf(error)}`,
        action: 'recover-again',
      })
    }
  }
  return {
    again,
    atStart: async () => {
      let timer: ReturnType<typeof setTimeout> | undefined
      const limit = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, patience)
      })
      await Promise.race([again(), limit])
      clearTimeout(timer)
    },
  }
}
