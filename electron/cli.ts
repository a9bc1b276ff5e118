#!/usr/bin/env node
import { runInTerminal } from './cli/launch/run-in-terminal'

process.exitCode = await runInTerminal(process.argv.slice(2))
