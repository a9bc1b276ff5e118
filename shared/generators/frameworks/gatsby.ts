import type { Generator } from '../shape/generator'
import { anyImageFolders } from '../shape/image-folders'
import { dependency, ownFile } from '../shape/signs'

const files = ['js', 'ts', 'mjs', 'cjs'].map((extension) => `gatsby-config.${extension}`)

export const gatsby: Generator = {
  id: 'gatsby',
  name: 'Gatsby',
  signs: [...dependency('gatsby'), ...ownFile(...files)],
  configuration: null,
  folders: {
    posts: [
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
    ],
    drafts: [],
    public: ['static'],
    images: ['{dir}', 'content/assets', 'src/images', 'static/images', 'static/img', ...anyImageFolders],
  },
  fileName: { dated: true },
  head: { draftWhenTrue: ['draft'], draftWhenFalse: ['published'], scheduledBy: [] },
  address: { permalink: '/{slug}/' },
  markdown: { preset: 'github', moreMark: '<!-- end -->' },
  newPost: '{slug}/index.md',
  newImage: { folder: '{dir}', reference: './{file}' },
  styles: ['src/style.css', 'src/styles/global.css', 'src/styles/globals.css', 'src/global.css'],
}
