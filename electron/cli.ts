#!/usr/bin/env node
import { version } from '../package.json'
import { runCli } from './cli/run-cli'

const stop = new AbortController()
process.once('SIGINT', () => stop.abort())
// `postwright list | head` closes our output: there is nobody left to tell.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit()
})

process.exitCode = await runCli(
  process.argv.slice(2),
  {
    cwd: process.cwd(),
    out: (line) => console.log(line),
    err: (line) => console.error(line),
    signal: stop.signal,
  },
  version,
)
