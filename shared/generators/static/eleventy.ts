import {
  basePathOf,
  configured,
  folderInside,
  joined,
  literalOf,
  type Values,
} from '../shape/configured-values'
import type { Generator } from '../shape/generator'
import { anyImageFolders } from '../shape/image-folders'
import { dependency, ownFile } from '../shape/signs'

const read = (_values: Values, code: string) => {
  const input = folderInside(literalOf(code, 'input'))
  const copied = Array.from(
    code.matchAll(/addPassthroughCopy\(\s*\{?\s*(['"`])([^'"`*{}]+)\1(?:\s*:\s*(['"`])([^'"`]*)\3)?/g),
    // `{ 'src/public': '/' }` serves the folder's contents, `'src/img'` the folder under the input folder.
    ([, , from, , to]) =>
      to === undefined ? folderInside(from ?? '')?.replace(/\/?[^/]+$/, '') || '.' : folderInside(from ?? ''),
  ).filter((name) => name !== null)
  return configured({
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
    basePath: basePathOf(literalOf(code, 'pathPrefix') ?? ''),
  })
}

// Since its version 4 it is called Build Awesome, and knows both names.
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
  fileName: { dated: true },
  head: {
    draftWhenTrue: ['draft', 'eleventyExcludeFromCollections', 'buildawesomeExcludeFromCollections'],
    draftWhenFalse: [],
    scheduledBy: [],
  },
  address: { permalink: '/{section}/{slug}/' },
  markdown: { preset: 'github', moreMark: null },
  newPost: '{slug}.md',
  newImage: { folder: '{dir}', reference: './{file}' },
  styles: ['', 'public/', 'src/'].flatMap((folder) => [
    `${folder}css/index.css`,
    `${folder}css/style.css`,
    `${folder}css/main.css`,
  ]),
}
