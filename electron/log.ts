import { join } from 'node:path'
import electronLog from 'electron-log/node'

/** Bytes of the log file; the file before it is kept as `main.old.log`, and what is older is gone. */
export const largestLog = 1_000_000

/**
 * Answers what writes a line, with its time, to `main.log` in the logs folder. Callers give it what happened, never
 * text of a post. A log that cannot be written is told on the terminal.
 */
export const createLog = (folder: string): ((note: string) => void) => {
  const logger = electronLog.create({ logId: folder })
  const { console: terminal, file } = logger.transports
  terminal.level = false
  file.resolvePathFn = () => join(folder, 'main.log')
  file.maxSize = largestLog
  file.sync = false
  return (note) => logger.info(note)
}
