import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

/** A site of real files in a temporary folder, by path; removed with `remove`. */
export interface TempSite {
  readonly root: string
  readonly path: (inside: string) => string
  readonly write: (inside: string, content: string | Uint8Array) => Promise<string>
  readonly remove: () => Promise<void>
}

/** Makes the folder and the files; a path that ends with `/` makes an empty folder. */
export const tempSite = async (files: Readonly<Record<string, string | Uint8Array>>): Promise<TempSite> => {
  const root = await realpath(await mkdtemp(join(tmpdir(), 'site-')))
  const path = (inside: string) => join(root, inside)
  const write = async (inside: string, content: string | Uint8Array) => {
    await mkdir(inside.endsWith('/') ? path(inside) : dirname(path(inside)), { recursive: true })
    if (!inside.endsWith('/')) await writeFile(path(inside), content)
    return path(inside)
  }
  for (const [inside, content] of Object.entries(files)) await write(inside, content)
  return { root, path, write, remove: () => rm(root, { recursive: true, force: true }) }
}

/** The smallest real PNG: one pixel. */
export const onePixelPng: Uint8Array = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='),
  (letter) => letter.charCodeAt(0),
)
