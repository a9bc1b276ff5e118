import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'

/** The app's own version: Electron answers its own when the app is started from its source. */
export const versionOf = (shipped: string): string => {
  const about: unknown = JSON.parse(readFileSync(join(shipped, '../package.json'), 'utf8'))
  return String((about as { version: unknown }).version)
}

/** Documents where there is such a folder, else the folder for temporary files. */
export const sampleParent = (): string => {
  try {
    return app.getPath('documents')
  } catch {
    return app.getPath('temp') // a bare account has no documents folder
  }
}
