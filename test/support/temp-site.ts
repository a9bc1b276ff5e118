import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach } from 'vitest'
import { writeSite } from './write-site'

/** A site of real files in a temporary folder; `remove` deletes it. */
export interface TempSite {
  readonly root: string
  readonly path: (inside: string) => string
  readonly remove: () => Promise<void>
}

/** Makes the folder with files given by path; a path that ends with `/` makes an empty folder. */
export const tempSite = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<TempSite> => {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'site-')))
  await writeSite(root, files)
  return {
    root,
    path: (inside) => join(root, inside),
    remove: () => rm(root, { recursive: true, force: true }),
  }
}

/** Makes such sites for the tests of a file; each is removed after its test. */
export const withTempSites = (): typeof tempSite => {
  const made: TempSite[] = []
  afterEach(() => Promise.all(made.splice(0).map((site) => site.remove())))
  return async (files) => {
    const site = await tempSite(files)
    made.push(site)
    return site
  }
}

/** The smallest real PNG: one pixel. */
export const onePixelPng: Uint8Array = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
)
