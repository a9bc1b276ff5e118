import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { isObject } from '../../../shared/configuration/code-values'
import type { Configuration } from '../../../shared/generators/shape/generator'
import { filePart, nameWithoutExtension } from '../../../shared/site/post-path'
import { readSmallFile } from '../../disk/read-small'
import { readConfiguration } from './read-configuration'

const maxFolders = 400
const deepest = 12
const skipped = new Set(['node_modules', '_site', '_includes', '_data', 'dist', 'public', 'vendor'])
const endings = ['.json', '.11tydata.json', '.11tydata.mjs', '.11tydata.cjs', '.11tydata.js']

/** The placeholder for a pattern that only the running site knows. */
const unknownPattern = '{unknown}'

type Patterns = Readonly<Record<string, string>>

/**
 * The permalinks in Eleventy's data files, by folder, or by template as `posts/old.*`: `posts/posts.json`,
 * `posts/posts.11tydata.js`, `posts/old.11tydata.json`. Code is read, never run.
 */
export const permalinksOfData = async (root: string, input: string): Promise<Patterns> => {
  const found: (readonly [place: string, pattern: string])[] = []
  let level = [input]
  let looked = 0
  for (let depth = 0; depth < deepest && level.length > 0 && looked < maxFolders; depth++) {
    const folders = level.slice(0, maxFolders - looked)
    looked += folders.length
    const all = await Promise.all(folders.map((folder) => lookInto(root, folder)))
    found.push(...all.flatMap(({ patterns }) => patterns))
    level = all.flatMap((one) => one.folders)
  }
  return Object.fromEntries(found)
}

interface LookedInto {
  /** In order of precedence, the highest last. */
  readonly patterns: readonly (readonly [place: string, pattern: string])[]
  readonly folders: readonly string[]
}

const lookInto = async (root: string, folder: string): Promise<LookedInto> => {
  const entries = await readdir(join(root, folder), { withFileTypes: true }).catch(() => []) // not accessible
  const inside = (name: string) => (folder === '.' ? name : `${folder}/${name}`)
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name)
  const templates = new Set(names.filter((name) => templateName.test(name)).map(nameWithoutExtension))
  const patterns = await Promise.all(
    dataFiles(names, filePart(folder), templates).map(async ({ stem, file }) => {
      const pattern = await patternIn(root, inside(file))
      const places = [
        ...(stem === filePart(folder) ? [folder] : []),
        ...(templates.has(stem) ? [`${inside(stem)}.*`] : []),
      ]
      return pattern === undefined ? [] : places.map((place) => [place, pattern] as const)
    }),
  )
  return {
    patterns: patterns.flat(),
    folders: entries
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !skipped.has(entry.name))
      .map(({ name }) => inside(name)),
  }
}

const templateName = /\.(?:md|mdx|html|njk|liquid)$/

/** Data files of a folder and its templates, the highest precedence last. */
const dataFiles = (names: readonly string[], folder: string, templates: ReadonlySet<string>) =>
  endings.flatMap((ending) =>
    names.flatMap((file) => {
      const stem = file.endsWith(ending) ? file.slice(0, -ending.length) : ''
      const isOfOther = ending === '.json' && stem.endsWith('.11tydata')
      return !isOfOther && (templates.has(stem) || (stem !== '' && stem === folder)) ? [{ stem, file }] : []
    }),
  )

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

/** Whether code sets a permalink, whose value is then unknown. */
const isSaid = (exported: Parameters<typeof isObject>[0]): boolean =>
  isObject(exported)
    ? 'permalink' in exported || isSaid(exported.eleventyComputed)
    : typeof exported === 'object' && exported !== null

const templateOfFunction =
  /\bpermalink\s*(?::\s*(?:function\s*)?)?(?:\(\s*)?(?:\{[^{}]{0,200}\}|\w+)\s*(?:\)\s*)?(?:=>\s*\(?|=>\s*\{\s*return\b|\{\s*return\b)\s*`([^`\\]{0,300})`/

/** A function that only fills in a template: `permalink: (data) => `/blog/${data.page.fileSlug}/``. */
const functionIn = async (root: string, file: string): Promise<string | null> => {
  const text = (await readSmallFile(join(root, file)).catch(() => null)) ?? '' // deleted meanwhile
  const [, template] = templateOfFunction.exec(text) ?? []
  if (template === undefined) return null
  const filled = template.replace(
    /\$\{\s*(?:data\.)?((?:page\.)?\w+)\s*\}/g,
    (_, name: string) => `{{ ${name} }}`,
  )
  return filled.includes('${') ? null : filled
}
