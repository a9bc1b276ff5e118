import type { Values } from '../../configuration/read-data'
import type { PathAlias } from '../shape/address-settings'
import { aliasesIn } from '../shape/aliases'
import {
  basePathOf,
  configured,
  folderInside,
  mapOf,
  mapsOf,
  textOf,
  whereaboutsOf,
} from '../shape/configured-values'
import type { Generator, ReadConfiguration } from '../shape/generator'
import { anyImageFolders } from '../shape/image-folders'
import { dependency, ownFile } from '../shape/signs'
import { themeStatus } from '../shape/theme-status'

// `gatsby-plugin-alias-imports` with `alias`, or `gatsby-plugin-root-import` with the aliases themselves.
const pluginAliases = (values: Values, file: string): readonly PathAlias[] =>
  mapsOf(values.plugins).flatMap((plugin) => {
    const options = mapOf(plugin, 'options')
    if (textOf(plugin, 'resolve') === 'gatsby-plugin-root-import') return aliasesIn(options, file)
    return textOf(plugin, 'resolve') === 'gatsby-plugin-alias-imports' ? aliasesIn(options.alias, file) : []
  })

const read = ({ values, file }: ReadConfiguration) => {
  const aliases = pluginAliases(values, file)
  const isBare = values.trailingSlash === 'never'
  const sources = mapsOf(values.plugins)
    .filter((plugin) => textOf(plugin, 'resolve') === 'gatsby-source-filesystem')
    .map((plugin) => folderInside(textOf(mapOf(plugin, 'options'), 'path')))
    .filter((folder) => folder !== null)
    .filter((folder) => !/(?:^|\/)(?:images?|img|assets|media|pages|data)$/.test(folder))
  const base = textOf(values, 'pathPrefix')
  return configured({
    addresses:
      aliases.length === 0 && !isBare ? undefined : { aliases, ...(isBare && { trailingSlash: false }) },
    postsFolders: sources.length === 0 ? undefined : [...new Set([...sources, ...posts])],
    ...whereaboutsOf(textOf(mapOf(values, 'siteMetadata'), 'siteUrl')),
    ...(base === null ? {} : { basePath: basePathOf(base) }),
    language: textOf(mapOf(values, 'siteMetadata'), 'lang', 'language') ?? undefined,
  })
}

const posts = [
  'content/blog',
  'content/posts',
  'content/articles',
  'src/content/blog',
  'src/content/posts',
  'src/posts',
  'src/pages/blog',
  'src/pages/posts',
  'src/markdown-pages',
  'posts',
  'blog',
  'content',
  'src/content',
]

const files = ['js', 'ts', 'mjs', 'cjs'].map((extension) => `gatsby-config.${extension}`)

export const gatsby: Generator = {
  id: 'gatsby',
  name: 'Gatsby',
  signs: [...dependency('gatsby'), ...ownFile(...files)],
  redirects: { key: 'redirect_from', packages: ['gatsby-redirect-from'] },
  configuration: { files, read },
  server: { port: 8000, start: 'npm run develop', atTop: true },
  folders: {
    posts,
    drafts: [],
    public: ['static'],
    images: ['{dir}', 'content/assets', 'src/images', 'static/images', 'static/img', ...anyImageFolders],
  },
  fileName: { dated: true, keepsDate: true },
  head: { draftWhenTrue: ['draft'], draftWhenFalse: ['published'], status: themeStatus, scheduledBy: [] },
  address: { permalink: '/{slug}/' },
  markdown: { preset: 'gatsby', moreMark: '<!-- end -->' },
  newPost: '{slug}/index.md',
  newImage: { folder: '{dir}', reference: './{file}' },
  styles: ['src/style.css', 'src/styles/global.css', 'src/styles/globals.css', 'src/global.css'],
}
