import type { Terminal } from '../../electron/cli/command-line'
import { runCli } from '../../electron/cli/run-cli'

/** Runs the command line in a folder and returns what a terminal shows. */
export const cliIn =
  (folder: () => string, more: Partial<Terminal> = {}) =>
  async (...args: string[]) => {
    const out: string[] = []
    const err: string[] = []
    const terminal = {
      cwd: folder(),
      out: (line: string) => void out.push(line),
      err: (line: string) => void err.push(line),
      ...more,
    }
    return { code: await runCli(args, terminal, '1.2.3'), out: out.join('\n'), err: err.join('\n') }
  }
