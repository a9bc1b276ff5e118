import { readdir } from 'node:fs/promises'
import { basename, extname, join, posix } from 'node:path'
import { AppError } from '../../../shared/app-error'
import { importedPaths } from '../../../shared/configuration/read-code'
import type { GeneratorId } from '../../../shared/generators/shape/generator-id'
import { readComponents } from '../../../shared/shortcodes/read/component'
import { readEleventyShortcodes } from '../../../shared/shortcodes/read/eleventy'
import { hugoShortcodes, readHugoShortcode } from '../../../shared/shortcodes/read/hugo'
import { readInclude } from '../../../shared/shortcodes/read/include'
import type { Shortcode } from '../../../shared/shortcodes/shape'
import { codeOf } from '../../disk/calls/codes'
import { readSmallFile } from '../../disk/read-small'
import { resolveInside } from '../../disk/resolve-inside'

const deepest = 6
const maxFiles = 1_500
const maxShortcodes = 600
const largestFile = 200_000

const componentFile = /\.(?:astro|vue|svelte|jsx|tsx|mdx)$|(?:^|\/)[A-Z]\w*(?:\/index)?\.js$/
const ignored = /^(?:node_modules|\..*|__.*|.*\.(?:test|spec|stories)\..*)$/

/** Files in a folder of the site, as paths in it; empty if it does not exist. Links are not followed. */
const filesIn = async (root: string, folder: string, depth = 0): Promise<readonly string[]> => {
  try {
    const entries = await readdir(join(root, folder), { withFileTypes: true })
    const found: string[] = []
    for (const entry of entries.sort((one, other) => one.name.localeCompare(other.name, 'en'))) {
      if (ignored.test(entry.name) || found.length > maxFiles) continue
      const path = posix.join(folder, entry.name)
      if (entry.isFile()) found.push(path)
      else if (entry.isDirectory() && depth < deepest) found.push(...(await filesIn(root, path, depth + 1)))
    }
    return found.slice(0, maxFiles)
  } catch (error) {
    if (codeOf(error) === '') throw error
    return [] // missing or not accessible: nothing to offer
  }
}

const textOf = async (root: string, path: string): Promise<string | null> => {
  try {
    return await readSmallFile(join(root, path), largestFile)
  } catch (error) {
    if (codeOf(error) === '') throw error
    return null
  }
}

/** The text of a file that others name; null if it is outside of the site or cannot be read. */
const textInside = async (root: string, path: string): Promise<string | null> => {
  try {
    return await textOf(await resolveInside(root, path), '')
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

type ReadFile = (path: string, text: string) => readonly Shortcode[]

const readAll = async (
  root: string,
  paths: readonly string[],
  read: ReadFile,
): Promise<readonly Shortcode[]> => {
  const found: Shortcode[] = []
  for (const path of paths) {
    const text = await textOf(root, path)
    if (text !== null) found.push(...read(path, text))
  }
  return found
}

const withoutExtension = (path: string): string => path.replace(/\.[^/]*$/, '')

const ofHugo = async (root: string): Promise<readonly Shortcode[]> => {
  const themes = await filesIn(root, 'themes')
  const inThemes = [...new Set(themes.flatMap((path) => /^(themes\/[^/]+)\/layouts\//.exec(path)?.[1] ?? []))]
  const found: Shortcode[] = []
  // The site's own files take precedence over its theme's.
  for (const place of ['', ...inThemes])
    for (const folder of ['layouts/shortcodes', 'layouts/_shortcodes']) {
      const at = posix.join(place, folder)
      const paths = (await filesIn(root, at)).filter((path) => /\.(?:html|md)$/.test(path))
      const name = (path: string) => withoutExtension(path.slice(at.length + 1))
      found.push(...(await readAll(root, paths, (path, text) => [readHugoShortcode(name(path), path, text)])))
    }
  return [...found, ...hugoShortcodes]
}

const ofJekyll = async (root: string): Promise<readonly Shortcode[]> => {
  const paths = (await filesIn(root, '_includes')).filter((path) =>
    /\.(?:html|md|markdown|liquid|svg)$/.test(path),
  )
  return readAll(root, paths, (path, text) => [readInclude(path.slice('_includes/'.length), path, text)])
}

const eleventyFiles = [
  '.eleventy.js',
  'eleventy.config.js',
  'eleventy.config.mjs',
  'eleventy.config.cjs',
  'eleventy.config.ts',
]
const maxImports = 12

const ofEleventy = async (root: string): Promise<readonly Shortcode[]> => {
  for (const file of eleventyFiles) {
    const text = await textOf(root, file)
    if (text === null) continue
    const imported = await Promise.all(
      importedPaths(text)
        .slice(0, maxImports)
        .map((path) => posix.normalize(extname(path) === '' ? `${path}.js` : path))
        .filter((path) => !path.startsWith('..'))
        .map((path) => textOf(root, path)),
    )
    return readEleventyShortcodes(file, text, imported.filter((one) => one !== null).join('\n'))
  }
  return []
}

const componentFolders = [
  'src/components',
  'components',
  'app/components',
  'src/app/components',
  'docs/components',
  '.vitepress/theme/components',
  'docs/.vitepress/theme/components',
  '.vuepress/components',
  'docs/.vuepress/components',
] as const

/** The name of a component by its file: `Card/index.tsx` is `Card`. */
const componentName = (path: string): string => {
  const name = withoutExtension(basename(path))
  return name === 'index' ? basename(posix.dirname(path)) : name
}

const ofComponents = async (root: string): Promise<readonly Shortcode[]> => {
  const folders = await Promise.all(componentFolders.map((folder) => filesIn(root, folder)))
  const paths = folders.flat().filter((path) => componentFile.test(path))
  return readAll(root, paths, (path, text) => readComponents(componentName(path), path, text))
}

/** The endings that an import may omit, the likeliest first. */
const endings = [
  '',
  '.tsx',
  '.jsx',
  '.ts',
  '.js',
  '/index.tsx',
  '/index.jsx',
  '/index.ts',
  '/index.js',
] as const
const importable = /\.(?:astro|vue|svelte|[jt]sx?|mdx)$/

/** The components in a file that a post imports; none if there is no such file in the site. */
const ofImport = async (root: string, path: string): Promise<readonly Shortcode[]> => {
  for (const ending of endings) {
    const file = posix.normalize(path + ending)
    if (!importable.test(file)) continue
    const text = await textInside(root, file)
    if (text !== null) return readComponents(componentName(file), file, text)
  }
  return []
}

const placesOf: Partial<Readonly<Record<GeneratorId, (root: string) => Promise<readonly Shortcode[]>>>> = {
  hugo: ofHugo,
  jekyll: ofJekyll,
  eleventy: ofEleventy,
}

/**
 * The shortcodes, includes and components of a site with their parameters, and the components at `imported` paths in it.
 * Files are read within limits and never run.
 */
export const findShortcodes = async (
  root: string,
  generator: GeneratorId,
  imported: readonly string[] = [],
): Promise<readonly Shortcode[]> => {
  const found = await (placesOf[generator] ?? ofComponents)(root)
  const byName = new Map<string, Shortcode>()
  for (const one of found) if (one.name !== '' && !byName.has(one.name)) byName.set(one.name, one)
  const known = [...byName.values()].slice(0, maxShortcodes)
  const files = new Set(known.map(({ file }) => file))
  const others = await Promise.all(imported.map((path) => ofImport(root, path)))
  return [...known, ...others.flat().filter(({ file }) => !files.has(file))]
}
