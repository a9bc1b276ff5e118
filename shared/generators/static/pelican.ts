import {
  configured,
  folderInside,
  joined,
  postsBelow,
  textOf,
  textsOf,
  whereaboutsOf,
} from '../shape/configured-values'
import type { Generator, ReadConfiguration } from '../shape/generator'
import { anyImageFolders } from '../shape/image-folders'
import { ownFile } from '../shape/signs'

const read = ({ values }: ReadConfiguration) => {
  const content = folderInside(textOf(values, 'PATH')) ?? 'content'
  const inside = (key: string) => textsOf(values[key]).map((name) => joined(content, name))
  return configured({
    postsFolders: [...inside('ARTICLE_PATHS'), ...postsBelow([content])],
    publicFolders: [content, ...inside('STATIC_PATHS')],
    ...whereaboutsOf(textOf(values, 'SITEURL')),
    language: textOf(values, 'DEFAULT_LANG') ?? undefined,
  })
}

export const pelican: Generator = {
  id: 'pelican',
  name: 'Pelican',
  signs: ownFile('pelicanconf.py', 'publishconf.py'),
  configuration: { files: ['publishconf.py', 'pelicanconf.py'], read },
  folders: {
    posts: ['content/posts', 'content/blog', 'content/articles', 'content'],
    drafts: ['drafts'],
    public: ['content', 'content/extra'],
    images: ['{dir}', 'content/images/{slug}', 'content/images', ...anyImageFolders],
  },
  fileName: { dated: true, keepsDate: true },
  head: {
    draftWhenTrue: ['draft'],
    draftWhenFalse: [],
    scheduledBy: [],
    forms: ['meta-lines'],
    ignoresCase: true,
  },
  address: { permalink: '/{slug}.html' },
  markdown: { preset: 'commonmark', moreMark: null },
  newPost: '{slug}.md',
  newImage: { folder: 'content/images/{slug}', reference: '/images/{slug}/{file}' },
  styles: [],
}
