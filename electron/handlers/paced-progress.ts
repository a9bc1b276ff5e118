type Report = (done: number, total: number) => void

const pace = 50

/** Reports how far it is at most every 50 ms, and always the end: a window has no use for ten thousand numbers. */
export const pacedProgress = (report: Report, now: () => number = Date.now): Report => {
  let last = Number.NEGATIVE_INFINITY
  return (done, total) => {
    if (done < total && now() - last < pace) return
    last = now()
    report(done, total)
  }
}
