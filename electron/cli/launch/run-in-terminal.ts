import { version } from '../../../package.json'
import type { ExportPost } from '../../export/export-post'
import { withTimeLimit } from '../../export/time-limit'
import type { ExitCode } from '../command-line'

/** Longer than the page of any post takes on a slow machine. */
const pageMs = 60_000

const makePage: ExportPost = async (request, signal) => {
  const { exportPostInWorker } = await import('../../export/export-in-worker') // only an export needs the pipeline
  return withTimeLimit(exportPostInWorker, pageMs)(request, signal)
}

/** Runs one command with the terminal of this process; what it wrote has left the process when this settles. */
export const runInTerminal = async (args: readonly string[]): Promise<ExitCode> => {
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  // `postwright list | head` closes our output: there is nobody left to tell.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    process.exit()
  })
  const { runCli } = await import('../run-cli') // a start that shows a window has no need of it
  const code = await runCli(
    args,
    {
      cwd: process.cwd(),
      out: (line) => void process.stdout.write(`${line}\n`),
      err: (line) => void process.stderr.write(`${line}\n`),
      signal: stop.signal,
      makePage,
    },
    version,
  )
  await Promise.all([flushed(process.stdout), flushed(process.stderr)])
  return code
}

/** A console of Windows and a pipe take what is written later: an exit before that would cut it off. */
const flushed = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    stream.write('', () => resolve())
  })
