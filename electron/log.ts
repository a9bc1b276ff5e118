import { appendFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { messageOf } from '../shared/app-error'

/** A line in the log of this day, in the logs folder; a log that cannot be written is told on the terminal. */
export const createLog = (folder: string): ((note: string) => void) => {
  let tail: Promise<unknown> = mkdir(folder, { recursive: true })
  return (note) => {
    const now = new Date().toISOString()
    tail = tail
      .then(() => appendFile(join(folder, `${now.slice(0, 10)}.log`), `${now} ${note}\n`))
      .catch((error: unknown) => process.stderr.write(`${note} (not logged: ${messageOf(error)})\n`))
  }
}
