type Report = (done: number, total: number) => void

const paceMs = 50

/** Reports progress at most every 50 ms, and always the end. */
export const pacedProgress = (report: Report, now: () => number = Date.now): Report => {
  let last = Number.NEGATIVE_INFINITY
  return (done, total) => {
    if (done < total && now() - last < paceMs) return
    last = now()
    report(done, total)
  }
}
