/** An expected failure: its message says what happened and what to do, and is shown without a stack. */
export class SetupError extends Error {}

/** One plain line about what is being done. @param {string} text */
export const say = (text) => {
  console.log(text)
}

/**
 * Shows progress: one updating line in a terminal, a line every ten percent elsewhere.
 * @param {string} what
 * @param {number} totalMegabytes
 */
export const showProgress = (what, totalMegabytes) => {
  let shown = -1
  return {
    /** @param {number} bytes */
    at(bytes) {
      const megabytes = Math.min(totalMegabytes, Math.round(bytes / 1e6))
      const percent = Math.round((megabytes / totalMegabytes) * 100)
      const step = process.stdout.isTTY ? percent : Math.floor(percent / 10) * 10
      if (step <= shown) return
      shown = step
      const line = `${what}: ${megabytes} of ${totalMegabytes} MB (${percent} %)`
      if (process.stdout.isTTY) process.stdout.write(`\r${line}`)
      else console.log(line)
    },
    done() {
      if (process.stdout.isTTY && shown >= 0) process.stdout.write('\n')
    },
  }
}
