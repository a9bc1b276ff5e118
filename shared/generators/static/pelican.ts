import type { Values } from '../../configuration/read-data'
import {
  configured,
  folderInside,
  joined,
  mapOf,
  postsBelow,
  textOf,
  textsOf,
  whereaboutsOf,
} from '../shape/configured-values'
import type { Generator, ReadConfiguration } from '../shape/generator'
import { anyImageFolders } from '../shape/image-folders'
import { ownFile } from '../shape/signs'

// The pattern of addresses (`_URL`), or without it that of the files written (`_SAVE_AS`).
const patternsOf = (
  values: Values,
  key: string,
  kind: string,
): readonly (readonly [kind: string, pattern: string])[] => {
  const pattern = textOf(values, `${key}_URL`) ?? textOf(values, `${key}_SAVE_AS`)
  return pattern === null ? [] : [[kind, pattern]]
}

/** Whether the slug is read from file names: `FILENAME_METADATA = '(?P<date>…)_(?P<slug>.*)'`. */
const namesSlug = (values: Values): boolean =>
  ['FILENAME_METADATA', 'PATH_METADATA'].some((key) => textOf(values, key)?.includes('(?P<slug>'))

// A hidden post has a page that is not listed; a skipped post has no page.
const notListed = ['draft', 'hidden', 'skip']
const status = { key: 'status', drafts: notListed, published: ['published'], ignoresCase: true }

// `DEFAULT_METADATA = {'status': 'draft'}` makes every post a draft unless its head says otherwise.
const draftsUnlessSaid = (values: Values) => {
  const usual = textOf(mapOf(values, 'DEFAULT_METADATA'), 'status')?.toLowerCase()
  return usual !== undefined && notListed.includes(usual)
    ? { status: { ...status, required: true } }
    : undefined
}

const read = ({ values }: ReadConfiguration) => {
  const content = folderInside(textOf(values, 'PATH')) ?? 'content'
  const inside = (key: string) => textsOf(values[key]).map((name) => joined(content, name))
  return configured({
    postsFolders: [...inside('ARTICLE_PATHS'), ...postsBelow([content])],
    addresses: {
      content: [{ folder: content }],
      permalinks: Object.fromEntries([
        ...patternsOf(values, 'ARTICLE', 'article'),
        ...patternsOf(values, 'PAGE', 'page'),
      ]),
      slugOfTitle: textOf(values, 'SLUGIFY_SOURCE') !== 'basename' && !namesSlug(values),
      ...(textsOf(values.PLUGINS).some((name) => /^pelican[-_]alias$/.test(name)) && {
        redirectKey: 'alias',
      }),
    },
    publicFolders: [content, ...inside('STATIC_PATHS')],
    ...whereaboutsOf(textOf(values, 'SITEURL')),
    language: textOf(values, 'DEFAULT_LANG') ?? undefined,
    head: draftsUnlessSaid(values),
  })
}

export const pelican: Generator = {
  id: 'pelican',
  name: 'Pelican',
  signs: ownFile('pelicanconf.py', 'publishconf.py'),
  configuration: { files: ['publishconf.py', 'pelicanconf.py'], read },
  server: { port: 8000, start: 'pelican --autoreload --listen' },
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
    status,
    forms: ['meta-lines'],
    ignoresCase: true,
  },
  address: { permalink: '/{slug}.html' },
  markdown: { preset: 'commonmark', moreMark: null },
  newPost: '{slug}.md',
  newImage: { folder: 'content/images/{slug}', reference: '/images/{slug}/{file}' },
  styles: [],
}
