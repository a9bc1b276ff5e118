import { version } from '../../../package.json'
import { t } from '../../../shared/texts/translate'
import type { ExportPost } from '../../export/export-post'
import { withTimeLimit } from '../../export/time-limit'
import type { ExitCode } from '../command-line'

/** Longer than any post takes to export on a slow machine. */
const pageMs = 60_000

const makePage: ExportPost = async (request, signal) => {
  const { exportPostInWorker } = await import('../../export/export-in-worker') // only an export needs the pipeline
  return withTimeLimit(exportPostInWorker, pageMs)(request, signal)
}

/** Runs one command in the terminal of this process; settles when its output has been written. */
export const runInTerminal = async (args: readonly string[]): Promise<ExitCode> => {
  const stop = new AbortController()
  process.once('SIGINT', () => stop.abort())
  // `postwright check | head` closes our output; the command ends as it would have, with its exit code.
  const failures: NodeJS.ErrnoException[] = []
  process.stdout.on('error', (error: NodeJS.ErrnoException) => failures.push(error))
  const { runCli } = await import('../run-cli') // not needed when a window is shown
  const code = await runCli(
    args,
    {
      cwd: process.cwd(),
      out: (line) => {
        if (failures.length === 0) process.stdout.write(`${line}\n`)
      },
      err: (line) => void process.stderr.write(`${line}\n`),
      signal: stop.signal,
      makePage,
    },
    version,
  )
  await Promise.all([flushed(process.stdout), flushed(process.stderr)])
  const [failure] = failures
  if (failure === undefined || failure.code === 'EPIPE') return code
  process.stderr.write(`${t('cli.outputLost', { reason: failure.message })}\n`)
  await flushed(process.stderr)
  return 1
}

/** A Windows console and a pipe are written asynchronously: exiting earlier would truncate the output. */
const flushed = (stream: NodeJS.WriteStream): Promise<void> =>
  new Promise((resolve) => {
    stream.write('', () => resolve())
  })
