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

const read = ({ values, file }: ReadConfiguration) => {
  const project = file.slice(0, file.indexOf('.vitepress')).replace(/\/$/, '')
  const source = joined(project, folderInside(textOf(values, 'srcDir')) ?? '.')
  const base = textOf(values, 'base')
  const rewrites = Object.fromEntries(
    Object.entries(mapOf(values, 'rewrites')).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string',
    ),
  )
  return configured({
    postsFolders: postsBelow([source]),
    publicFolders: [joined(source, 'public')],
    addresses: {
      content: [{ folder: source }],
      aliases: [...viteAliases(mapOf(values, 'vite'), file), { prefix: '@/', folders: [source] }],
      ...(values.cleanUrls === true && { cleanUrls: true }),
      ...(Object.keys(rewrites).length > 0 && { rewrites }),
    },
    ...whereaboutsOf(textOf(mapOf(values, 'sitemap'), 'hostname')),
    ...(base === null ? {} : { basePath: basePathOf(base) }),
    serverPort: portAt(mapOf(mapOf(values, 'vite'), 'server'), 'port'),
    language: textOf(values, 'lang') ?? textOf(mapOf(mapOf(values, 'locales'), 'root'), 'lang') ?? undefined,
  })
}

const files = ['', 'docs/', 'src/', 'blog/'].flatMap((folder) =>
  ['ts', 'mts', 'js', 'mjs', 'cts', 'cjs'].map((extension) => `${folder}.vitepress/config.${extension}`),
)

export const vitepress: Generator = {
  id: 'vitepress',
  name: 'VitePress',
  signs: [...dependency('vitepress'), ...ownFile('.vitepress', 'docs/.vitepress')],
  configuration: { files, read },
  server: { port: 5173, start: 'npm run docs:dev' },
  folders: {
    posts: ['posts', 'blog', 'docs/posts', 'docs/blog', 'src/posts', 'src/blog', 'articles', 'docs', 'src'],
    drafts: [],
    public: ['public', 'docs/public', 'src/public'],
    images: ['{dir}', 'public/images', 'docs/public/images', ...anyImageFolders],
  },
  fileName: { dated: false },
  head: { draftWhenTrue: ['draft'], draftWhenFalse: ['published'], scheduledBy: [] },
  address: { permalink: '/{section}/{slug}' },
  markdown: { preset: 'vitepress', moreMark: '---' },
  newPost: '{slug}.md',
  newImage: { folder: 'public/images/{slug}', reference: '/images/{slug}/{file}' },
  styles: [],
}
