import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Takes out of the packed folder what Electron ships for development: the app that it runs where it finds no other.
 * Called by electron-builder before the fuses are set and anything is signed.
 * @param {{ appOutDir: string }} context
 */
export const afterPack = ({ appOutDir }) => {
  for (const folder of resourceFolders(appOutDir)) rmSync(join(folder, 'default_app.asar'), { force: true })
}

/** @param {string} appOutDir */
const resourceFolders = (appOutDir) => [
  join(appOutDir, 'resources'),
  ...readdirSync(appOutDir)
    .filter((name) => name.endsWith('.app'))
    .map((name) => join(appOutDir, name, 'Contents/Resources')),
]
