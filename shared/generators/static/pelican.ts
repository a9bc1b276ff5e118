import type { Values } from '../../configuration/read-data'
import type { PelicanSettings } from '../shape/address-settings'
import {
  configured,
  folderInside,
  joined,
  mapOf,
  portAt,
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

// `FILENAME_METADATA` matches the date at the start of a name unless another pattern is set.
const metadataOf = (values: Values): PelicanSettings => ({
  slugOfTitle: textOf(values, 'SLUGIFY_SOURCE') !== 'basename',
  fileName: typeof values.FILENAME_METADATA === 'string' ? values.FILENAME_METADATA : usualFileName,
  path: textOf(values, 'PATH_METADATA') ?? '',
  folderIsCategory: values.USE_FOLDER_AS_CATEGORY !== false,
  defaultCategory: textOf(values, 'DEFAULT_CATEGORY') ?? 'misc',
  pageFolders: Array.isArray(values.PAGE_PATHS) ? textsOf(values.PAGE_PATHS) : ['pages'],
})

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

const usualFileName = String.raw`(?P<date>\d{4}-\d{2}-\d{2}).*`

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
        ...patternsOf(values, 'ARTICLE_LANG', 'article-lang'),
        ...patternsOf(values, 'PAGE_LANG', 'page-lang'),
      ]),
      pelican: metadataOf(values),
      ...(textsOf(values.PLUGINS).some((name) => /^pelican[-_]alias$/.test(name)) && {
        redirectKey: 'alias',
      }),
    },
    publicFolders: [content, ...inside('STATIC_PATHS')],
    ...whereaboutsOf(textOf(values, 'SITEURL')),
    serverPort: portAt(values, 'PORT'),
    language: textOf(values, 'DEFAULT_LANG') ?? undefined,
    head: draftsUnlessSaid(values),
  })
}

export const pelican: Generator = {
  id: 'pelican',
  name: 'Pelican',
  signs: ownFile('pelicanconf.py', 'publishconf.py'),
  configuration: { files: ['publishconf.py', 'pelicanconf.py'], read },
  server: { port: 8000, start: 'pelican --autoreload --listen', atTop: true },
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
