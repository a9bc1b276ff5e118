import { createHash } from 'node:crypto'
import {
  createReadStream,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder of the project. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')

/** A path inside the project. @param {...string} parts */
export const inProject = (...parts) => join(root, ...parts)

/** Sizes of all files below a folder (or of one file) by `/` separated path; empty when there is none.
 * @param {string} path
 * @returns {Record<string, number>}
 */
export const fileSizes = (path) => {
  /** @type {Record<string, number>} */
  const sizes = {}
  /** @param {string} at @param {string} name */
  const visit = (at, name) => {
    const stat = lstatSync(at, { throwIfNoEntry: false })
    if (!stat) return
    if (!stat.isDirectory()) sizes[name] = stat.size
    else for (const child of readdirSync(at)) visit(join(at, child), name === '' ? child : `${name}/${child}`)
  }
  visit(path, '')
  return sizes
}

/** True when every file of the list is there with its size; files beside them do not matter.
 * @param {string} folder
 * @param {Record<string, number>} sizes
 */
export const hasFiles = (folder, sizes) =>
  Object.entries(sizes).every(
    ([name, size]) => lstatSync(join(folder, name), { throwIfNoEntry: false })?.size === size,
  )

/** A digest of the paths, sizes and times of files: it changes when one is edited, added, taken away or replaced.
 * @param {readonly string[]} paths files and folders inside `folder`; missing ones count as missing
 * @param {string} folder
 */
export const fingerprint = (paths, folder) => {
  const hash = createHash('sha256')
  for (const path of paths) {
    for (const name of Object.keys(fileSizes(join(folder, path))).sort()) {
      const stat = lstatSync(join(folder, path, name))
      hash.update(`${path}/${name}\0${stat.size}\0${stat.mtimeMs}\n`)
    }
  }
  return hash.digest('hex')
}

/** Digest of a file's bytes.
 * @param {string} path
 * @param {'sha256' | 'sha512'} algorithm
 * @param {'hex' | 'base64'} encoding
 */
export const digestOf = async (path, algorithm, encoding) => {
  const hash = createHash(algorithm)
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest(encoding)
}

/** The value of a JSON file, or null when it is missing or torn: what it remembers is then made anew.
 * @template T
 * @param {string} path
 * @returns {T | null}
 */
export const readJson = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError || /** @type {NodeJS.ErrnoException} */ (error).code === 'ENOENT')
      return null
    throw error
  }
}

/** Writes a small file so that it is there whole or not at all. @param {string} path @param {unknown} value */
export const writeJson = (path, value) => {
  mkdirSync(dirname(path), { recursive: true })
  const partial = `${path}.${process.pid}`
  writeFileSync(partial, JSON.stringify(value))
  renameSync(partial, path)
}
