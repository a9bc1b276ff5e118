/** What the guard needs from the window and the app. */
export interface PageCrashOptions {
  /** Starts the page again; its text comes back from the journal. */
  readonly restart: () => void
  /** Asks the writer whether to try again; false quits. */
  readonly askWhetherToRestart: () => Promise<boolean>
  readonly quit: () => void
  readonly now?: () => number
}

/** A page that dies sooner than that after its last death would die for ever. */
const soonMs = 20_000

/** For each death of the page: it is started again at once, and only asked about when it does not live long. */
export const createPageCrash = ({
  restart,
  askWhetherToRestart,
  quit,
  now = () => performance.now(),
}: PageCrashOptions): (() => Promise<void>) => {
  let last = Number.NEGATIVE_INFINITY
  return async () => {
    const isSoon = now() - last < soonMs
    last = now()
    if (isSoon && !(await askWhetherToRestart())) return quit()
    restart()
  }
}
