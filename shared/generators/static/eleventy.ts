import { type CodeValue, isObject, plainOf } from '../../configuration/code-values'
import {
  basePathOf,
  configured,
  folderInside,
  joined,
  mapOf,
  portAt,
  textOf,
} from '../shape/configured-values'
import type { Generator, ReadConfiguration } from '../shape/generator'
import { anyImageFolders } from '../shape/image-folders'
import { dependency, ownFile } from '../shape/signs'
import { themeStatus } from '../shape/theme-status'

const read = ({ values, code }: ReadConfiguration) => {
  const calls = code?.calls ?? []
  const given = (method: string) => calls.filter((call) => call.method === method).map(({ args }) => args[0])
  // A module may export it separately from the function: `export const config = { dir: … }`.
  const own = { ...values, ...mapOf({ config: plainOf(code?.named.config) }, 'config') }
  const set = given('setInputDirectory').findLast((name) => typeof name === 'string')
  const input = folderInside(set ?? textOf(mapOf(own, 'dir'), 'input'))
  const everywhere = calls
    .filter(({ method, args }) => method === 'addGlobalData' && args[0] === 'permalink')
    .map(({ args }) => (typeof args[1] === 'string' ? args[1] : '{unknown}'))
    .at(-1)
  const served = given('addPassthroughCopy').flatMap(servedBy)
  return configured({
    postsFolders:
      input === null || input === '.'
        ? undefined
        : ['posts', 'blog', 'content/posts', 'content/blog', 'articles', '_posts', ''].map((name) =>
            joined(input, name),
          ),
    publicFolders:
      served.length === 0 && input === null
        ? undefined
        : [...new Set([...served, input ?? '.', 'public', '.'])],
    addresses: {
      content: [{ folder: input ?? '.' }],
      ...(everywhere === undefined ? {} : { permalinks: { '.': everywhere } }),
      ...(calls.some(({ args }) => args.some(isPathPlugin)) && { linksToFiles: true }),
    },
    serverPort: given('setServerOptions')
      .filter(isObject)
      .map((options) => portAt(options, 'port'))
      .at(-1),
    basePath: basePathOf(textOf(own, 'pathPrefix') ?? ''),
  })
}

const isPathPlugin = (value: CodeValue): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  value.name === 'InputPathToUrlTransformPlugin'

// `{ 'src/public': '/' }` serves the contents of the folder, `'src/img'` the folder itself.
const servedBy = (copied: CodeValue): readonly string[] => {
  if (typeof copied === 'string')
    return present(folderInside(copied.replace(/\/?\*.*$/s, ''))?.replace(/\/?[^/]+$/, '') || '.')
  return isObject(copied)
    ? Object.keys(copied).flatMap((from) => present(folderInside(from.replace(/\/?\*.*$/s, ''))))
    : []
}

const present = (folder: string | null): readonly string[] => (folder === null ? [] : [folder])

// Since version 4 it is called Build Awesome, and reads both names.
const files = [
  '.eleventy.js',
  ...['eleventy', 'buildawesome'].flatMap((name) =>
    ['js', 'mjs', 'cjs', 'ts', 'mts', 'cts'].map((extension) => `${name}.config.${extension}`),
  ),
]

export const eleventy: Generator = {
  id: 'eleventy',
  name: 'Eleventy',
  signs: [...dependency('@11ty/eleventy', '@awesome.me/buildawesome'), ...ownFile(...files)],
  configuration: { files, read },
  server: { port: 8080, start: 'npx @11ty/eleventy --serve' },
  folders: {
    posts: [
      'content/blog',
      'content/posts',
      'src/posts',
      'src/blog',
      'src/content/posts',
      'posts',
      'blog',
      'src/articles',
      'src/_posts',
      '_posts',
      'content',
      'src',
    ],
    drafts: [],
    public: ['public', 'src', '.', 'content', 'static', 'assets', 'src/static', 'src/assets', 'src/public'],
    images: ['{dir}', ...anyImageFolders, 'public/img', 'src/images', 'src/img', 'img', 'images'],
  },
  fileName: { dated: true, datedFolders: true },
  head: {
    draftWhenTrue: ['draft', 'eleventyExcludeFromCollections', 'buildawesomeExcludeFromCollections'],
    draftWhenFalse: [],
    status: themeStatus,
    scheduledBy: [],
  },
  address: { permalink: '/{section}/{slug}/' },
  markdown: { preset: 'markdown-it', moreMark: null },
  newPost: '{slug}.md',
  newImage: { folder: '{dir}', reference: './{file}' },
  styles: ['', 'public/', 'src/'].flatMap((folder) => [
    `${folder}css/index.css`,
    `${folder}css/style.css`,
    `${folder}css/main.css`,
  ]),
}
