import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isObject } from '../../../shared/configuration/code-values'
import type { Configuration } from '../../../shared/generators/shape/generator'
import { filePart, nameWithoutExtension } from '../../../shared/site/post-path'
import { readSmallFile } from '../../disk/read-small'
import { readConfiguration } from './read-configuration'

const mostFolders = 400
const deepest = 12
const skipped = new Set(['node_modules', '_site', '_includes', '_data', 'dist', 'public', 'vendor'])
const endings = ['.json', '.11tydata.json', '.11tydata.mjs', '.11tydata.cjs', '.11tydata.js']

/** What stands for a pattern that only the running site knows: its page is somewhere. */
const unknownPattern = '{unknown}'

type Patterns = Readonly<Record<string, string>>

/**
 * The permalinks that data files give to the pages of Eleventy, by their folder, or as `posts/old.*` by their template:
 * `posts/posts.json`, `posts/posts.11tydata.js`, `posts/old.11tydata.json`. Code is read, never run.
 */
export const permalinksOfData = async (root: string, input: string): Promise<Patterns> => {
  const patterns: Record<string, string> = {}
  const folders: string[] = [input]
  let looked = 0
  for (let folder = folders.shift(); folder !== undefined && looked < mostFolders; folder = folders.shift()) {
    looked += 1
    const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []) // closed to us
    const names = new Set(entries.filter((entry) => entry.isFile()).map(({ name }) => name))
    const inside = (name: string) => (folder === '.' ? name : `${folder}/${name}`)
    for (const { stem, file } of dataFiles(names, filePart(folder))) {
      const pattern = await patternIn(root, inside(file))
      if (pattern !== undefined)
        patterns[stem === filePart(folder) && !isTemplate(stem, names) ? folder : `${inside(stem)}.*`] =
          pattern
    }
    for (const entry of entries)
      if (entry.isDirectory() && !entry.name.startsWith('.') && !skipped.has(entry.name))
        if (inside(entry.name).split('/').length < deepest) folders.push(inside(entry.name))
  }
  return patterns
}

/** Data files of a folder and its templates, those that count more behind the others. */
function* dataFiles(names: ReadonlySet<string>, folder: string) {
  for (const ending of endings)
    for (const name of names) {
      if (!name.endsWith(ending)) continue
      const stem = name.slice(0, -ending.length)
      const isPlain = ending === '.json'
      if (stem === '' || (isPlain && /\.11tydata$/.test(stem))) continue
      if (!isPlain || stem === folder || isTemplate(stem, names)) yield { stem, file: name }
    }
}

const isTemplate = (stem: string, names: ReadonlySet<string>): boolean =>
  [...names].some((name) => /\.(?:md|mdx|html|njk|liquid)$/.test(name) && nameWithoutExtension(name) === stem)

const patternIn = async (root: string, file: string): Promise<string | undefined> => {
  const configuration: Pick<Configuration, 'files'> = { files: [file] }
  const read = await readConfiguration(root, { ...configuration, read: () => ({}) })
  if (read === null) return undefined
  const computed = read.values.eleventyComputed
  const said =
    typeof computed === 'object' && computed !== null && 'permalink' in computed
      ? computed.permalink
      : read.values.permalink
  if (typeof said === 'string') return said
  if (said === false) return 'false'
  if (read.code === null) return undefined
  return isSaid(read.code.exported) ? ((await functionIn(root, file)) ?? unknownPattern) : undefined
}

/** Whether code says a permalink at all, which then is none that can be told. */
const isSaid = (exported: Parameters<typeof isObject>[0]): boolean =>
  isObject(exported)
    ? 'permalink' in exported || isSaid(exported.eleventyComputed)
    : typeof exported === 'object' && exported !== null

const templateOfFunction =
  /\bpermalink\s*(?::\s*(?:function\s*)?)?\(?\s*(?:\{[^{}]{0,200}\}|\w+)\s*\)?\s*(?:=>\s*\(?|=>\s*\{\s*return\b|\{\s*return\b)\s*`([^`\\]{0,300})`/

/** A function that only fills in a template: `permalink: (data) => `/blog/${data.page.fileSlug}/``. */
const functionIn = async (root: string, file: string): Promise<string | null> => {
  const text = (await readSmallFile(join(root, file)).catch(() => null)) ?? '' // gone meanwhile
  const [, template] = templateOfFunction.exec(text) ?? []
  if (template === undefined) return null
  const filled = template.replace(
    /\$\{\s*(?:data\.)?((?:page\.)?\w+)\s*\}/g,
    (_, name: string) => `{{ ${name} }}`,
  )
  return filled.includes('${') ? null : filled
}
