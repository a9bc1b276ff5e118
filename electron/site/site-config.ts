import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { extensionOf } from '../../shared/site/post-path'
import type { SiteProfileId } from '../../shared/site/site-info'

/** What a site's own configuration changes of its generator's habits. */
export interface SiteConfig {
  readonly postsFolders?: readonly string[]
  readonly publicFolders?: readonly string[]
  /** Images live in a folder named as the post's file. */
  readonly assetFolders?: boolean
  readonly basePath?: string
  readonly address?: string
  readonly language?: string
}

type Values = Readonly<Record<string, unknown>>

const configFiles: Readonly<Partial<Record<SiteProfileId, readonly string[]>>> = {
  hugo: ['hugo', 'config', 'config/_default/hugo', 'config/_default/config'].flatMap((name) =>
    ['toml', 'yaml', 'yml', 'json'].map((extension) => `${name}.${extension}`),
  ),
  jekyll: ['_config.yml', '_config.yaml', '_config.toml'],
  hexo: ['_config.yml'],
  astro: ['mjs', 'ts', 'js', 'mts', 'cjs'].map((extension) => `astro.config.${extension}`),
  eleventy: [
    '.eleventy.js',
    ...['js', 'mjs', 'cjs', 'ts'].map((extension) => `eleventy.config.${extension}`),
  ],
  next: ['js', 'mjs', 'ts'].map((extension) => `next.config.${extension}`),
  'next-starter': ['js', 'mjs', 'ts'].map((extension) => `next.config.${extension}`),
}

const largest = 1_000_000

/** Reads what the site's configuration says about its folders and address; code in it is read, never run. */
export const readSiteConfig = async (root: string, profile: SiteProfileId): Promise<SiteConfig> => {
  for (const name of configFiles[profile] ?? []) {
    const path = join(root, name)
    const found = await stat(path).catch(() => null) // the next name is tried
    if (!found?.isFile() || found.size > largest) continue
    const text = await readFile(path, 'utf8')
    const values = await valuesOf(text, extensionOf(name))
    return values === null ? {} : readers[profile](values, text)
  }
  return {}
}

/** A configuration that cannot be read changes nothing: its generator is the one to complain about it. */
const valuesOf = async (text: string, extension: string): Promise<Values | null> => {
  try {
    if (extension === 'json') return asValues(JSON.parse(text))
    if (extension === 'toml') {
      const { parseTOML, getStaticTOMLValue } = await import('toml-eslint-parser')
      return asValues(getStaticTOMLValue(parseTOML(text)))
    }
    if (extension === 'yml' || extension === 'yaml') {
      const { parse } = await import('yaml')
      return asValues(parse(text, { maxAliasCount: 50, logLevel: 'silent' }))
    }
    return {}
  } catch {
    return null
  }
}

const asValues = (value: unknown): Values | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : null

const hugo = (values: Values): SiteConfig => {
  const content = folder(text(values, 'contentDir', 'contentdir'))
  const statics = listOf(values.staticDir ?? values.staticdir)
    .map(folder)
    .filter((name) => name !== null)
  return defined({
    postsFolders:
      content === null ? undefined : ['posts', 'post', 'blog', ''].map((name) => joined(content, name)),
    publicFolders: statics.length === 0 ? undefined : [...statics, 'assets'],
    ...whereabouts(text(values, 'baseURL', 'baseUrl', 'baseurl')),
    language: text(values, 'languageCode', 'locale', 'defaultContentLanguage') ?? undefined,
  })
}

const jekyll = (values: Values): SiteConfig => {
  const source = folder(text(values, 'source')) ?? '.'
  const collections = folder(text(values, 'collections_dir')) ?? '.'
  const base = text(values, 'baseurl')
  return defined({
    postsFolders: source === '.' && collections === '.' ? undefined : [joined(source, collections, '_posts')],
    publicFolders: source === '.' ? undefined : [source, '.'],
    ...whereabouts(text(values, 'url')),
    basePath: base === null ? undefined : pathOf(base),
    language: text(values, 'lang', 'locale', 'language') ?? undefined,
  })
}

const hexo = (values: Values): SiteConfig => {
  const source = folder(text(values, 'source_dir'))
  const base = text(values, 'root')
  return defined({
    postsFolders: source === null ? undefined : [joined(source, '_posts')],
    publicFolders: source === null ? undefined : [source],
    assetFolders: values.post_asset_folder === true ? true : undefined,
    language: listOf(values.language)[0],
    ...whereabouts(text(values, 'url')),
    ...(base === null ? {} : { basePath: pathOf(base) }),
  })
}

const astro = (_values: Values, code: string): SiteConfig => {
  const source = folder(literal(code, 'srcDir'))
  const served = folder(literal(code, 'publicDir'))
  const base = literal(code, 'base')
  return defined({
    postsFolders:
      source === null
        ? undefined
        : ['content/blog', 'content/posts', 'blog', 'posts', 'content'].map((name) => joined(source, name)),
    publicFolders: served === null ? undefined : [served],
    ...whereabouts(literal(code, 'site')),
    ...(base === null ? {} : { basePath: pathOf(base) }),
  })
}

const eleventy = (_values: Values, code: string): SiteConfig => {
  const input = folder(literal(code, 'input'))
  const copied = Array.from(
    code.matchAll(/addPassthroughCopy\(\s*\{?\s*(['"`])([^'"`*{}]+)\1(?:\s*:\s*(['"`])([^'"`]*)\3)?/g),
    // `{ 'src/public': '/' }` serves the folder's contents, `'src/img'` the folder under the input folder.
    ([, , from, , to]) =>
      to === undefined ? folder(from ?? '')?.replace(/\/?[^/]+$/, '') || '.' : folder(from ?? ''),
  ).filter((name) => name !== null)
  return defined({
    postsFolders:
      input === null || input === '.'
        ? undefined
        : ['posts', 'blog', 'content/posts', 'content/blog', 'articles', '_posts', ''].map((name) =>
            joined(input, name),
          ),
    publicFolders:
      copied.length === 0 && input === null
        ? undefined
        : [...new Set([...copied, input ?? '.', 'public', '.'])],
    basePath: pathOf(literal(code, 'pathPrefix') ?? ''),
  })
}

const next = (_values: Values, code: string): SiteConfig =>
  defined({ basePath: pathOf(literal(code, 'basePath') ?? '') })

const nothing = (): SiteConfig => ({})

const readers: Readonly<Record<SiteProfileId, (values: Values, text: string) => SiteConfig>> = {
  hugo,
  jekyll,
  hexo,
  astro,
  eleventy,
  next,
  'next-starter': next,
  gridea: nothing,
  plain: nothing,
}

const text = (values: Values, ...keys: readonly string[]): string | null => {
  const value = keys
    .map((key) => values[key])
    .find((found) => typeof found === 'string' && found.trim() !== '')
  return typeof value === 'string' ? value.trim() : null
}

const listOf = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter((item) => typeof item === 'string')

// `key: 'text'` in code, where nothing is computed; the start of a line keeps comments out.
const literal = (code: string, key: string): string | null =>
  new RegExp(
    `^[\\s{(]*(?:return\\s*\\{\\s*)?(?:[\\w.]+\\s*\\(\\s*\\{\\s*)?(?:export default \\w+\\(\\{\\s*)?${key}:\\s*(['"\`])([^'"\`$\\n]+)\\1`,
    'm',
  ).exec(code)?.[2] ?? null

const folder = (written: string | null): string | null => {
  const parts = (written ?? '').split(/[\\/]/).filter((part) => part !== '' && part !== '.')
  if (written === null || parts.includes('..') || /^[\\/]|^[a-z]:/i.test(written)) return null
  return parts.join('/') || '.'
}

const joined = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '' && part !== '.').join('/') || '.'

const pathOf = (written: string): string => {
  const path = written.replace(/^\/*|\/+$/g, '')
  return path === '' || path === '.' ? '' : `/${path}`
}

const whereabouts = (written: string | null): Pick<SiteConfig, 'address' | 'basePath'> => {
  if (written === null || !URL.canParse(written)) return {}
  const url = new URL(written)
  return /^https?:$/.test(url.protocol) ? { address: url.origin, basePath: pathOf(url.pathname) } : {}
}

const defined = (config: { [K in keyof SiteConfig]: SiteConfig[K] | undefined }): SiteConfig =>
  Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined))
