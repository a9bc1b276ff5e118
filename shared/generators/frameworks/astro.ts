import { isObject, Named } from '../../configuration/code-values'
import { viteAliases } from '../shape/aliases'
import {
  basePathOf,
  configured,
  folderInside,
  joined,
  mapOf,
  portAt,
  postsBelow,
  textOf,
  whereaboutsOf,
} from '../shape/configured-values'
import type { Generator, ReadConfiguration } from '../shape/generator'
import { anyImageFolders } from '../shape/image-folders'
import { dependency, ownFile } from '../shape/signs'
import { themeStatus } from '../shape/theme-status'

const read = ({ values, code, file }: ReadConfiguration) => {
  const source = folderInside(textOf(values, 'srcDir'))
  const served = folderInside(textOf(values, 'publicDir'))
  const base = textOf(values, 'base')
  // `loader: glob({ base: './src/data/blog' })` of a collection.
  const loaded = (code?.calls ?? [])
    .filter(({ on }) => on instanceof Named && on.name === 'glob' && on.from === 'astro/loaders')
    .map(({ args: [options] }) => folderInside(isObject(options) ? textOf(options, 'base') : null))
    .filter((folder) => folder !== null)
  const below = source === null ? [] : postsBelow([joined(source, 'content')]).concat(postsBelow([source]))
  const aliases = viteAliases(mapOf(values, 'vite'), file)
  const isBare = values.trailingSlash === 'never' || textOf(mapOf(values, 'build'), 'format') === 'file'
  return configured({
    addresses:
      aliases.length === 0 && !isBare ? undefined : { aliases, ...(isBare && { trailingSlash: false }) },
    postsFolders:
      loaded.length + below.length === 0
        ? undefined
        : [...loaded, ...below, ...(source === null ? posts : [])],
    publicFolders: served === null ? undefined : [served],
    ...whereaboutsOf(textOf(values, 'site')),
    ...(base === null ? {} : { basePath: basePathOf(base) }),
    serverPort: portAt(mapOf(values, 'server'), 'port'),
    language: textOf(mapOf(values, 'i18n'), 'defaultLocale') ?? undefined,
  })
}

const posts = [
  'src/content/blog',
  'src/content/posts',
  'src/content/post',
  'src/data/blog',
  'src/data/post',
  'src/blog',
  'src/posts',
  'src/pages/blog',
  'src/pages/posts',
  'src/content',
]

const files = ['mjs', 'ts', 'js', 'mts', 'cjs'].map((extension) => `astro.config.${extension}`)

export const astro: Generator = {
  id: 'astro',
  name: 'Astro',
  signs: [...dependency('astro'), ...ownFile(...files)],
  redirects: { key: 'redirect_from', packages: ['astro-redirect-from'] },
  configuration: {
    files,
    besides: [
      'src/content.config.ts',
      'src/content.config.js',
      'src/content.config.mjs',
      'src/content/config.ts',
    ],
    read,
  },
  server: { port: 4321, start: 'npm run dev' },
  folders: {
    posts,
    drafts: [],
    public: ['public'],
    images: [
      '{dir}',
      'src/assets',
      'src/assets/{slug}',
      'src/assets/images',
      'src/images',
      ...anyImageFolders,
    ],
  },
  fileName: { dated: false },
  head: {
    draftWhenTrue: ['draft'],
    draftWhenFalse: [],
    status: themeStatus,
    scheduledBy: [],
    forms: ['after-blank-line', 'after-blank-lines'],
  },
  address: { permalink: '/{section}/{slug}/' },
  markdown: { preset: 'astro', moreMark: null },
  newPost: '{slug}.md',
  newImage: { folder: '{dir}', reference: './{file}' },
  styles: ['src/styles/global.css', 'src/styles/globals.css', 'src/styles/main.css', 'public/global.css'],
}
