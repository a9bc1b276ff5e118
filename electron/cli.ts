#!/usr/bin/env node
import { version } from '../package.json'
import { runCli } from './cli/run-cli'
import type { ExportPost } from './export/export-post'
import { withTimeLimit } from './export/time-limit'

const stop = new AbortController()
process.once('SIGINT', () => stop.abort())
// `postwright list | head` closes our output: there is nobody left to tell.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

/** Longer than the page of any post takes on a slow machine. */
const pageMs = 60_000

const makePage: ExportPost = async (request, signal) => {
  const { exportPostInWorker } = await import('./export/export-in-worker') // only an export needs the pipeline
  return withTimeLimit(exportPostInWorker, pageMs)(request, signal)
}

process.exitCode = await runCli(
  process.argv.slice(2),
  {
    cwd: process.cwd(),
    out: (line) => console.log(line),
    err: (line) => console.error(line),
    signal: stop.signal,
    makePage,
  },
  version,
)
