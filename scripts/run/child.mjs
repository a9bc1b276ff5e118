import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/**
 * Runs a program and returns its exit code, 128 + n if signal n ended it. Passes on signals, and waits until the
 * program has ended.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 * @param {(child: import('node:child_process').ChildProcess) => void} [onStart]
 * @returns {Promise<number>}
 */
export const run = (command, args, options = {}, onStart = undefined) =>
  new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options })
    onStart?.(child)
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

let interrupted = false

/** True after Ctrl+C or a signal: no further work is started then. */
export const wasInterrupted = () => interrupted

/** @param {import('node:child_process').ChildProcess} child */
const passSignalsTo = (child) => {
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    interrupted = true
    // Ctrl+C in a terminal has already reached the child, which is in our process group.
    if (signal === 'SIGINT' && process.stdin.isTTY) return
    child.kill(signal)
  }
  /** @type {readonly NodeJS.Signals[]} */
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, pass)
  // The shell between npm and us keeps SIGTERM to itself; that it is gone says the same.
  const parent = process.ppid
  const watch = setInterval(() => process.ppid !== parent && pass('SIGTERM'), 500)
  return () => {
    clearInterval(watch)
    for (const signal of signals) process.off(signal, pass)
  }
}
