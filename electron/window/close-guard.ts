/** What the guard needs from the window and the app. */
export interface CloseGuardOptions {
  /** Makes the page save, or ask the writer; it replies through `answer`. */
  readonly askPage: () => void
  readonly closeWindow: () => void
  readonly quitApp: () => void
  /** Asks the writer whether to close a window whose page does not respond. */
  readonly askWhetherToForce: () => Promise<boolean>
  readonly setEdited: (edited: boolean) => void
}

/**
 * Decides whether the window may close. A running page is always asked, because only it knows the latest
 * edits. A page that never started or has crashed is not asked; its text is in the journal.
 */
export interface CloseGuard {
  /** For the window's `close` event: true lets it close now. */
  readonly mayClose: () => boolean
  readonly answer: (may: boolean) => void
  readonly unsaved: (count: number) => void
  readonly pageReady: () => void
  readonly pageGone: () => void
  readonly windowClosed: () => void
  /** The whole app wants to quit, not the window alone. */
  readonly quitting: () => void
}

const timeoutMs = 10_000

/** Creates the guard of one window. */
export const createCloseGuard = (options: CloseGuardOptions): CloseGuard => {
  let pageRuns = false
  let allowed = false
  let quits = false
  let askedAt: number | null = null
  let offering = false

  const letGo = () => {
    allowed = true
    if (quits) options.quitApp()
    else options.closeWindow()
  }

  const offerForce = async () => {
    if (offering) return // the question is already open
    offering = true
    try {
      if (await options.askWhetherToForce()) letGo()
    } finally {
      offering = false
    }
  }

  return {
    mayClose: () => {
      if (allowed || !pageRuns) return true
      if (askedAt === null) {
        askedAt = performance.now()
        options.askPage()
      } else if (performance.now() - askedAt > timeoutMs) {
        void offerForce()
      }
      return false
    },
    answer: (may) => {
      askedAt = null
      if (may) letGo()
      else quits = false
    },
    unsaved: (count) => options.setEdited(count > 0),
    pageReady: () => {
      pageRuns = true
      askedAt = null
    },
    pageGone: () => {
      pageRuns = false
    },
    windowClosed: () => {
      pageRuns = false
      allowed = false
      askedAt = null
    },
    quitting: () => {
      quits = true
    },
  }
}
