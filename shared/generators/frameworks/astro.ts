import {
  basePathOf,
  configured,
  folderInside,
  joined,
  literalOf,
  type Values,
  whereaboutsOf,
} from '../shape/configured-values'
import type { Generator } from '../shape/generator'
import { anyImageFolders } from '../shape/image-folders'
import { dependency, ownFile } from '../shape/signs'

const read = (_values: Values, code: string) => {
  const source = folderInside(literalOf(code, 'srcDir'))
  const served = folderInside(literalOf(code, 'publicDir'))
  const base = literalOf(code, 'base')
  return configured({
    postsFolders:
      source === null
        ? undefined
        : ['content/blog', 'content/posts', 'blog', 'posts', 'content'].map((name) => joined(source, name)),
    publicFolders: served === null ? undefined : [served],
    ...whereaboutsOf(literalOf(code, 'site')),
    ...(base === null ? {} : { basePath: basePathOf(base) }),
  })
}

const files = ['mjs', 'ts', 'js', 'mts', 'cjs'].map((extension) => `astro.config.${extension}`)

export const astro: Generator = {
  id: 'astro',
  name: 'Astro',
  signs: [...dependency('astro'), ...ownFile(...files)],
  configuration: { files, read },
  folders: {
    posts: [
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
    ],
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
  head: { draftWhenTrue: ['draft'], draftWhenFalse: [], scheduledBy: [] },
  address: { permalink: '/{section}/{slug}/' },
  markdown: { preset: 'astro', moreMark: null },
  newPost: '{slug}.md',
  newImage: { folder: '{dir}', reference: './{file}' },
  styles: ['src/styles/global.css', 'src/styles/globals.css', 'src/styles/main.css', 'public/global.css'],
}
