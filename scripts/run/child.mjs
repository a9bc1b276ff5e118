import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * Runs a program to its end and answers its exit code, 128 + n when signal n ended it. Signals that reach us
 * are passed on, and we stay until the program is gone.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions & { onLine?: (line: string) => void }} [options]
 * `onLine` sees each line of the output besides the terminal.
 * @returns {Promise<number>}
 */
export const run = (command, args, { onLine, ...options } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      stdio: onLine ? ['inherit', 'pipe', 'pipe'] : 'inherit',
      ...options,
    })
    if (onLine) for (const stream of [child.stdout, child.stderr]) tellLines(stream, onLine)
    const forget = passSignalsTo(child)
    child.once('error', (error) => {
      forget()
      reject(error)
    })
    child.once('close', (code, signal) => {
      forget()
      resolve(code ?? 128 + constants.signals[signal ?? 'SIGKILL'])
    })
  })

/** @param {import('node:stream').Readable | null} stream @param {(line: string) => void} onLine */
const tellLines = (stream, onLine) => {
  let rest = ''
  stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => {
    process.stdout.write(text)
    const lines = (rest + text).split('\n')
    rest = lines.pop() ?? ''
    lines.forEach(onLine)
  })
}

/** @param {import('node:child_process').ChildProcess} child */
const passSignalsTo = (child) => {
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    // A Ctrl+C in a terminal has reached the child already, as part of our process group.
    if (signal === 'SIGINT' && process.stdin.isTTY) return
    child.kill(signal)
  }
  /** @type {readonly NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, pass)
  return () => {
    for (const signal of signals) process.off(signal, pass)
  }
}
