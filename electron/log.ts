import { join } from 'node:path'
import electronLog from 'electron-log/node'

/** Bytes of the log file; the previous file is kept as `main.old.log`, older ones are deleted. */
export const largestLog = 1_000_000

/**
 * Returns a function that writes a line with its time to `main.log` in the logs folder. Callers never pass text of a
 * post. If the log cannot be written, the terminal says so.
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
