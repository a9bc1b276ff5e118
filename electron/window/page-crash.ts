/** What the crash handler needs from the window and the app. */
export interface PageCrashOptions {
  /** Restarts the page; its text is restored from the journal. */
  readonly restart: () => void
  /** Asks whether to try again; false quits. */
  readonly askWhetherToRestart: () => Promise<boolean>
  readonly quit: () => void
  readonly now?: () => number
}

/** A page that crashes again within this time would keep crashing. */
const soonMs = 20_000

/** Handles crashes of the page: restarts it at once, but asks first if it crashes again soon. */
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
