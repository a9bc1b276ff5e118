import type { Generator } from '../shape/generator'
import { anyImageFolders } from '../shape/image-folders'
import { dependency, ownFile } from '../shape/signs'

export const vitepress: Generator = {
  id: 'vitepress',
  name: 'VitePress',
  signs: [...dependency('vitepress'), ...ownFile('.vitepress', 'docs/.vitepress')],
  configuration: null,
  folders: {
    posts: ['posts', 'blog', 'docs/posts', 'docs/blog', 'src/posts', 'src/blog', 'articles', 'docs', 'src'],
    drafts: [],
    public: ['public', 'docs/public', 'src/public'],
    images: ['{dir}', 'public/images', 'docs/public/images', ...anyImageFolders],
  },
  fileName: { dated: false },
  head: { draftWhenTrue: ['draft'], draftWhenFalse: ['published'], scheduledBy: [] },
  address: { permalink: '/{section}/{slug}' },
  markdown: { preset: 'github', moreMark: '---' },
  newPost: '{slug}.md',
  newImage: { folder: 'public/images/{slug}', reference: '/images/{slug}/{file}' },
  styles: [],
}
