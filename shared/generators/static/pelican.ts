import type { Generator } from '../shape/generator'
import { anyImageFolders } from '../shape/image-folders'
import { ownFile } from '../shape/signs'

export const pelican: Generator = {
  id: 'pelican',
  name: 'Pelican',
  signs: ownFile('pelicanconf.py', 'publishconf.py'),
  configuration: null,
  folders: {
    posts: ['content/posts', 'content/blog', 'content/articles', 'content'],
    drafts: ['drafts'],
    public: ['content', 'content/extra'],
    images: ['{dir}', 'content/images/{slug}', 'content/images', ...anyImageFolders],
  },
  fileName: { dated: true },
  head: { draftWhenTrue: ['draft'], draftWhenFalse: [], scheduledBy: [] },
  address: { permalink: '/{slug}.html' },
  markdown: { preset: 'commonmark', moreMark: null },
  newPost: '{slug}.md',
  newImage: { folder: 'content/images/{slug}', reference: '/images/{slug}/{file}' },
  styles: [],
}
