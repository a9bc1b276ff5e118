import { t } from '../../texts/translate'
import type { Generator } from '../shape/generator'
import { anyImageFolders } from '../shape/image-folders'
import { certain, usualNames } from '../shape/signs'
import { next, nextConfiguration } from './next'

export const nextStarter: Generator = {
  ...next,
  id: 'next-starter',
  name: t('site.nextStarter'),
  signs: [
    ...next.signs.filter(({ weight }) => weight >= certain),
    { all: ['package:next', '_posts'], weight: 10 },
    { all: ['package:next', 'package:remark-html'], weight: 10 },
    usualNames('_posts', 'public/assets/blog'),
  ],
  configuration: nextConfiguration,
  folders: {
    posts: ['_posts'],
    drafts: [],
    public: ['public'],
    images: ['public/assets/blog/{slug}', 'public/assets/blog', ...anyImageFolders],
  },
  markdown: { preset: 'remark-html', moreMark: null },
  newImage: { folder: 'public/assets/blog/{slug}', reference: '/assets/blog/{slug}/{file}' },
  styles: ['styles/globals.css', 'styles/global.css', 'app/globals.css', 'src/styles/globals.css'],
}
