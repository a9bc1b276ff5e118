import type { Generator } from '../shape/generator'
import { anyImageFolders } from '../shape/image-folders'
import { usualNames } from '../shape/signs'

export const gridea: Generator = {
  id: 'gridea',
  name: 'Gridea',
  signs: [usualNames('posts', 'post-images')],
  configuration: null,
  server: null,
  folders: {
    posts: ['posts'],
    drafts: [],
    public: ['.', 'static'],
    images: ['post-images', 'images', ...anyImageFolders],
  },
  fileName: { dated: false },
  head: { draftWhenTrue: [], draftWhenFalse: ['published'], scheduledBy: [] },
  address: { permalink: '/post/{slug}/' },
  markdown: { preset: 'everything', moreMark: '<!-- more -->' },
  newPost: '{slug}.md',
  newImage: { folder: 'post-images', reference: '/post-images/{file}' },
  styles: ['output/styles/main.css'],
}
