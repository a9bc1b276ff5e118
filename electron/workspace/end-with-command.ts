import { app } from 'electron'
import { runInTerminal } from '../cli/launch/run-in-terminal'

/** Runs a command in this process, then exits with its exit code. */
export const endWithCommand = async (args: readonly string[]): Promise<never> => {
  process.on('uncaughtException', fail) // Electron would show a dialog
  if (process.platform === 'darwin') app.setActivationPolicy('prohibited') // no icon in the Dock
  return process.exit(await runInTerminal(args).catch(fail))
}

const fail = (error: unknown): never => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  return process.exit(1)
}
