import { messageOf } from '../../shared/app-error'
import type { MainNotice } from '../../shared/ipc/app-calls'

/** What main tells the writer: at once where a page listens, else with the next page. */
export interface Notices {
  readonly tell: (notice: MainNotice) => void
  readonly report: (error: unknown) => void
  /** What no page has shown yet; answered once. */
  readonly take: () => readonly MainNotice[]
}

/** Makes the notices; `send` answers false where no page listens. */
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
