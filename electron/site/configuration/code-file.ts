import { join } from 'node:path'
import type { ReadCode } from '../../../shared/configuration/code-values'
import type { ImportedFile } from '../../../shared/configuration/read-code'
import { folderOf, joinPath } from '../../../shared/site/post-path'
import { readSmallFile } from '../../disk/read-small'

const maxImports = 24
/** How many files may import one another: `eleventy.config.js` → `plugins.js` → `plugins/markdown.js`. */
const deepest = 3

/** The text of a file of the site; null if it is missing, too large or unreadable. */
export const siteText = (root: string, file: string): Promise<string | null> =>
  readSmallFile(join(root, file)).catch(() => null)

/** The first of the files that exists, with its text; null if none does. */
export const firstThere = async (root: string, files: readonly string[]) => {
  for (const file of files) {
    const text = await siteText(root, file)
    if (text !== null) return { file, text }
  }
  return null
}

/** Reads code with the files of the site that it imports, without running it; null if it cannot be parsed. */
export const readCodeFile = async (root: string, file: string, text: string): Promise<ReadCode | null> => {
  // The parser is loaded only for sites that are configured by code.
  const { importedPaths, readCode } = await import('../../../shared/configuration/read-code')
  const known = new Map<string, ImportedFile>()
  const importsOf = async (of: string, code: string, depth: number): Promise<Map<string, ImportedFile>> => {
    const imports = new Map<string, ImportedFile>()
    if (depth === deepest) return imports
    for (const path of importedPaths(code)) {
      const inside = joinPath(folderOf(of), path)
      if (inside === null || (!known.has(inside) && known.size >= maxImports)) continue
      const before = known.get(inside)
      const found = before === undefined ? await firstThere(root, spellingsOf(inside)) : null
      if (found !== null) {
        const nested = new Map<string, ImportedFile>()
        known.set(inside, { text: found.text, imports: nested })
        for (const [key, one] of await importsOf(found.file, found.text, depth + 1)) nested.set(key, one)
      }
      const one = known.get(inside)
      if (one !== undefined) imports.set(path, one)
    }
    return imports
  }
  return readCode(text, await importsOf(file, text, 0))
}

const spellingsOf = (path: string): readonly string[] => {
  const stem = path.replace(/\.js$/, '')
  return [
    path,
    ...['ts', 'js', 'mjs', 'cjs', 'mts', 'tsx', 'json'].map((extension) => `${stem}.${extension}`),
    ...['ts', 'js', 'mjs'].map((extension) => `${stem}/index.${extension}`),
  ]
}
