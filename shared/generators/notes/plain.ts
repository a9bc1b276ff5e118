import { t } from '../../texts/translate'
import type { Generator } from '../shape/generator'
import { anyImageFolders } from '../shape/image-folders'
import { themeStatus } from '../shape/theme-status'

export const plain: Generator = {
  id: 'plain',
  name: t('site.plain'),
  signs: [],
  configuration: null,
  server: null,
  folders: {
    posts: [
      'posts',
      '_posts',
      'content/posts',
      'content/blog',
      'blog',
      'articles',
      'content',
      'source/_posts',
    ],
    drafts: ['_drafts', 'drafts'],
    public: ['public', 'static', 'assets', '.'],
    images: [
      ...anyImageFolders,
      'images/{slug}',
      'images',
      'assets/{slug}',
      'static/images/{slug}',
      'public/images',
    ],
  },
  fileName: { dated: false },
  head: { draftWhenTrue: ['draft'], draftWhenFalse: ['published'], status: themeStatus, scheduledBy: [] },
  address: { permalink: '/{slug}' },
  markdown: { preset: 'everything', moreMark: '<!--more-->' },
  newPost: '{slug}.md',
  newImage: { folder: '{dir}/{slug}', reference: '{slug}/{file}' },
  styles: ['style.css', 'styles.css', 'css/style.css', 'static/css/style.css', 'public/style.css'],
}
