import { aliasesIn, viteAliases } from '../shape/aliases'
import {
  basePathOf,
  configured,
  joined,
  mapOf,
  mapsOf,
  portAt,
  postsBelow,
  textOf,
} from '../shape/configured-values'
import type { Generator, ReadConfiguration } from '../shape/generator'
import { anyImageFolders } from '../shape/image-folders'
import { dependency, ownFile } from '../shape/signs'

// VuePress 1: `plugins: [['@vuepress/blog', { directories: [{ dirname: '_posts', itemPermalink: … }] }]]`.
const blogFolders = (plugins: unknown): readonly (readonly [folder: string, pattern: string])[] =>
  (Array.isArray(plugins) ? plugins : [])
    .filter((one: unknown) => Array.isArray(one) && /^(?:@vuepress\/(?:plugin-)?)?blog$/.test(String(one[0])))
    .flatMap((one: readonly unknown[]) => mapsOf(mapOf({ options: one[1] }, 'options').directories))
    .flatMap((directory) => {
      const folder = textOf(directory, 'dirname')
      return folder === null
        ? []
        : [[folder, textOf(directory, 'itemPermalink') ?? '/:year/:month/:day/:slug'] as const]
    })

const read = ({ values, file }: ReadConfiguration) => {
  const source = file.slice(0, file.indexOf('.vuepress')).replace(/\/$/, '') || '.'
  const base = textOf(values, 'base')
  const pattern = textOf(values, 'permalinkPattern', 'permalink')
  return configured({
    postsFolders: postsBelow([source], ['_posts', 'posts', 'post', 'blog', 'blogs', 'articles']),
    publicFolders: [joined(source, '.vuepress/public')],
    addresses: {
      content: [{ folder: source }],
      aliases: [
        ...aliasesIn(values.alias, file),
        ...viteAliases(mapOf(values, 'configureWebpack'), file),
        { prefix: '@source/', folders: [source] },
      ],
      permalinks: Object.fromEntries([
        ...(pattern === null ? [] : [['', pattern] as const]),
        ...blogFolders(values.plugins),
      ]),
    },
    ...(base === null ? {} : { basePath: basePathOf(base) }),
    serverPort: portAt(values, 'port'),
    language: textOf(values, 'lang') ?? textOf(mapOf(mapOf(values, 'locales'), '/'), 'lang') ?? undefined,
  })
}

const files = ['docs/', '', 'src/', 'blog/'].flatMap((folder) =>
  ['ts', 'js', 'mts', 'mjs', 'cjs'].flatMap((extension) => [
    `${folder}.vuepress/config.${extension}`,
    `${folder}.vuepress/config/index.${extension}`,
  ]),
)

export const vuepress: Generator = {
  id: 'vuepress',
  name: 'VuePress',
  signs: [
    ...dependency('vuepress', '@vuepress/cli', 'vuepress-vite', 'vuepress-webpack'),
    ...ownFile('.vuepress', 'docs/.vuepress', 'src/.vuepress', 'blog/.vuepress'),
  ],
  redirects: {
    key: 'redirectFrom',
    packages: ['@vuepress/plugin-redirect', 'vuepress-plugin-redirect', 'vuepress-plugin-redirect2'],
  },
  configuration: { files, read },
  server: { port: 8080, start: 'npm run docs:dev' },
  folders: {
    posts: [
      'docs/_posts',
      'docs/posts',
      'docs/blog',
      'docs/blogs',
      'blog/_posts',
      'src/_posts',
      'src/posts',
      'src/blog',
      '_posts',
      'posts',
      'blogs',
      'blog',
      'docs',
      'src',
    ],
    drafts: [],
    public: ['docs/.vuepress/public', 'src/.vuepress/public', 'blog/.vuepress/public', '.vuepress/public'],
    images: ['{dir}', 'docs/.vuepress/public/images', '.vuepress/public/images', ...anyImageFolders],
  },
  fileName: { dated: true },
  head: { draftWhenTrue: ['draft'], draftWhenFalse: ['publish', 'published'], scheduledBy: [] },
  address: { permalink: '/{section}/{slug}.html' },
  markdown: { preset: 'vitepress', moreMark: '<!-- more -->' },
  newPost: '{slug}.md',
  newImage: { folder: 'docs/.vuepress/public/images/{slug}', reference: '/images/{slug}/{file}' },
  styles: ['docs/.vuepress/styles/index.css', '.vuepress/styles/index.css'],
}
