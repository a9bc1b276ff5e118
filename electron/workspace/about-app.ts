import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'

/** The app's version: Electron returns its own when the app is started from source. */
export const versionOf = (shipped: string): string => {
  const about: unknown = JSON.parse(readFileSync(join(shipped, '../package.json'), 'utf8'))
  return String((about as { version: unknown }).version)
}

/** The Documents folder if there is one, otherwise the temporary folder. */
export const sampleParent = (): string => {
  try {
    return app.getPath('documents')
  } catch {
    return app.getPath('temp') // some accounts have no Documents folder
  }
}
