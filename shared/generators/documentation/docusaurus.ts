import type { Values } from '../../configuration/read-data'
import type { ContentFolder } from '../shape/address-settings'
import {
  basePathOf,
  configured,
  folderInside,
  mapOf,
  textOf,
  textsOf,
  whereaboutsOf,
} from '../shape/configured-values'
import type { Generator, ReadConfiguration } from '../shape/generator'
import { anyImageFolders } from '../shape/image-folders'
import { dependency, ownFile } from '../shape/signs'

// The presets and plugins for a blog or docs: `['classic', { blog: { path, routeBasePath } }]`.
const contentOf = (values: Values): readonly ContentFolder[] => {
  const named = (list: unknown, name: RegExp) =>
    (Array.isArray(list) ? list : []).flatMap((one: unknown) => {
      const [called, options] = Array.isArray(one) ? one : [one]
      return typeof called === 'string' && name.test(called) ? [mapOf({ options }, 'options')] : []
    })
  const kinds = ['blog', 'docs'].map((kind) => ({
    kind,
    all: [
      ...named(values.presets, /(?:^|preset-)classic$/).flatMap((options) =>
        options[kind] === false ? [] : [mapOf(options, kind)],
      ),
      ...named(values.plugins, new RegExp(`(?:^|plugin-)content-${kind}$`)),
    ],
  }))
  return kinds.flatMap(({ kind, all }) =>
    all.flatMap((options): readonly ContentFolder[] => {
      const folder = folderNear(textOf(options, 'path') ?? kind)
      const route = (textOf(options, 'routeBasePath') ?? kind).replace(/^\/+|\/+$/g, '')
      if (folder === null) return []
      return kind === 'blog'
        ? [{ folder, route, isBlog: true }]
        : [{ folder, route, isBlog: false, ...versionsOf(options) }]
    }),
  )
}

// Docs are often beside the site: `../docs`.
const folderNear = (written: string): string | null => {
  const [, above = '', rest = ''] = /^((?:\.\.\/)*)(.*)$/.exec(written.replace(/^\.\//, '')) ?? []
  const inside = folderInside(rest)
  return inside === null ? null : above + inside
}

const versionsOf = (options: Values): Pick<ContentFolder, 'versions'> => {
  if (options.disableVersioning === true) return {}
  const paths = Object.entries(mapOf(options, 'versions')).flatMap(([name, one]) => {
    const path = textOf(mapOf({ one }, 'one'), 'path')
    return path === null ? [] : [[name, path.replace(/^\/+|\/+$/g, '')] as const]
  })
  return {
    versions: {
      id: textOf(options, 'id') ?? 'default',
      last: textOf(options, 'lastVersion'),
      paths: Object.fromEntries(paths),
    },
  }
}

const read = ({ values }: ReadConfiguration) => {
  const content = contentOf(values)
  const blogs = [
    ...optionsOf(values.presets).map((options) => mapOf(options, 'blog')),
    ...optionsOf(values.plugins),
  ]
    .map((options) => folderInside(textOf(options, 'path')))
    .filter((folder) => folder !== null)
  const statics = textsOf(values.staticDirectories)
    .map(folderInside)
    .filter((folder) => folder !== null)
  const base = textOf(values, 'baseUrl')
  return configured({
    postsFolders: blogs.length === 0 ? undefined : [...new Set([...blogs, ...posts])],
    addresses: content.length === 0 ? undefined : { content },
    publicFolders: statics.length === 0 ? undefined : statics,
    ...whereaboutsOf(textOf(values, 'url')),
    ...(base === null ? {} : { basePath: basePathOf(base) }),
    language: textOf(mapOf(values, 'i18n'), 'defaultLocale') ?? undefined,
  })
}

// `['classic', { blog: { path: 'blog' } }]`
const optionsOf = (list: unknown): readonly Values[] =>
  (Array.isArray(list) ? list : []).flatMap((one: unknown) =>
    Array.isArray(one) ? [mapOf({ options: one[1] }, 'options')] : [],
  )

const posts = ['blog', 'blogs', 'posts', 'docs']

const files = ['js', 'ts', 'mjs', 'cjs', 'mts', 'cts'].map((extension) => `docusaurus.config.${extension}`)

export const docusaurus: Generator = {
  id: 'docusaurus',
  name: 'Docusaurus',
  signs: [...dependency('@docusaurus/core', 'docusaurus'), ...ownFile(...files)],
  outside: ['../docs', '../blog'],
  aliases: [{ prefix: '@site/', folders: ['.'] }],
  configuration: { files, read },
  server: { port: 3000, start: 'npm start' },
  folders: {
    posts,
    drafts: [],
    public: ['static'],
    images: ['{dir}', 'static/img', 'static/img/{slug}', 'static/images', ...anyImageFolders],
  },
  fileName: { dated: true, datedFolders: true },
  head: { draftWhenTrue: ['draft', 'unlisted'], draftWhenFalse: [], scheduledBy: [] },
  address: { permalink: '/{section}/{year}/{month}/{day}/{slug}' },
  markdown: { preset: 'docusaurus', moreMark: '<!-- truncate -->' },
  newPost: '{date}-{slug}.md',
  newImage: { folder: 'static/img/{slug}', reference: '/img/{slug}/{file}' },
  styles: ['src/css/custom.css'],
}
