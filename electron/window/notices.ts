import { messageOf } from '../../shared/app-error'
import type { MainNotice } from '../../shared/ipc/app-calls'

/** Notices from main to the user: sent at once if a page is listening, otherwise with the next page. */
export interface Notices {
  readonly tell: (notice: MainNotice) => void
  readonly report: (error: unknown) => void
  /** Returns the notices that no page has shown yet, once. */
  readonly take: () => readonly MainNotice[]
}

/** Creates the notices; `send` returns false if no page is listening. */
export const createNotices = (send: (notice: MainNotice) => boolean): Notices => {
  let early: MainNotice[] = []
  const tell = (notice: MainNotice): void => {
    if (!send(notice)) early.push(notice)
  }
  return {
    tell,
    report: (error) => tell({ kind: 'error', text: messageOf(error) }),
    take: () => {
      const taken = early
      early = []
      return taken
    },
  }
}
