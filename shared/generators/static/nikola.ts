import type { Generator } from '../shape/generator'
import { anyImageFolders } from '../shape/image-folders'
import { fileSaying } from '../shape/signs'

export const nikola: Generator = {
  id: 'nikola',
  name: 'Nikola',
  signs: [fileSaying('conf.py', /^(?:BLOG_TITLE|BLOG_AUTHOR|NIKOLA_\w+|POSTS)\s*=/m)],
  configuration: null,
  folders: {
    posts: ['posts'],
    drafts: [],
    public: ['files', 'images', '.'],
    images: ['images/{slug}', 'images', 'files/images', '{dir}', ...anyImageFolders],
  },
  fileName: { dated: false },
  head: { draftWhenTrue: ['draft'], draftWhenFalse: [], scheduledBy: ['date'] },
  address: { permalink: '/{section}/{slug}/' },
  markdown: { preset: 'commonmark', moreMark: '<!-- TEASER_END -->' },
  newPost: '{slug}.md',
  newImage: { folder: 'images/{slug}', reference: '/images/{slug}/{file}' },
  styles: ['files/assets/css/custom.css'],
}
