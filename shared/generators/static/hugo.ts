import { caseless } from '../../configuration/read-data'
import { hugoAddresses } from '../configured/hugo-addresses'
import {
  configured,
  folderInside,
  mapOf,
  mapsOf,
  postsBelow,
  textOf,
  textsOf,
  whereaboutsOf,
} from '../shape/configured-values'
import type { Generator, ReadConfiguration } from '../shape/generator'
import { anyImageFolders } from '../shape/image-folders'
import { ownFile, sharedFile } from '../shape/signs'

const read = ({ values: written }: ReadConfiguration) => {
  const values = caseless(written)
  const languages = mapOf(values, 'languages')
  const main = textOf(values, 'defaultcontentlanguage')
  const names = Object.keys(languages).sort((a, b) => Number(b === main) - Number(a === main))
  const mounts = mapsOf(mapOf(values, 'module').mounts)
  const mounted = (target: string) =>
    foldersOf(
      mounts.filter((mount) => textOf(mount, 'target')?.split('/')[0] === target).map(({ source }) => source),
    )
  const content = foldersOf([
    values.contentdir,
    ...names.map((name) => mapOf(languages, name).contentdir),
    ...mounted('content'),
  ])
  const statics = foldersOf([
    ...textsOf(values.staticdir),
    ...names.flatMap((name) => textsOf(mapOf(languages, name).staticdir)),
    ...mounted('static'),
  ])
  const assets = foldersOf([values.assetdir, ...mounted('assets')])
  const language = main === null ? {} : mapOf(languages, main)
  return configured({
    postsFolders: content.length === 0 ? undefined : postsBelow(content),
    publicFolders:
      statics.length === 0 && assets.length === 0
        ? undefined
        : [...(statics.length > 0 ? statics : ['static']), ...(assets.length > 0 ? assets : ['assets'])],
    ...whereaboutsOf(textOf(values, 'baseurl')),
    addresses: hugoAddresses(values),
    language:
      textOf(language, 'languagecode', 'locale') ??
      textOf(values, 'languagecode', 'locale') ??
      main ??
      undefined,
  })
}

const foldersOf = (written: readonly unknown[]): string[] => [
  ...new Set(written.flatMap((value) => (typeof value === 'string' ? (folderInside(value) ?? []) : []))),
]

export const hugo: Generator = {
  id: 'hugo',
  name: 'Hugo',
  signs: [
    ...ownFile(...['toml', 'yaml', 'yml', 'json'].map((extension) => `hugo.${extension}`)),
    ...ownFile(
      'config/_default/hugo.toml',
      'config/_default/hugo.yaml',
      'config/_default/config.toml',
      'config/_default/config.yaml',
    ),
    ...['toml', 'yaml', 'yml'].map((extension) => sharedFile(`config.${extension}`, 'content')),
    sharedFile('config.json', 'content', 'archetypes'),
    { all: ['package:hugo-bin'], weight: 40 },
    { all: ['package:hugo-extended'], weight: 40 },
  ],
  redirects: { key: 'aliases', packages: [] },
  configuration: {
    files: ['hugo', 'config', 'config/_default/hugo', 'config/_default/config'].flatMap((name) =>
      ['toml', 'yaml', 'yml', 'json'].map((extension) => `${name}.${extension}`),
    ),
    parts: ['config/_default', 'config/production'],
    read,
  },
  server: { port: 1313, start: 'hugo server', drafts: 'hugo server --buildDrafts --buildFuture' },
  folders: {
    posts: ['content/posts', 'content/post', 'content/blog', 'content/articles', 'content'],
    drafts: [],
    public: ['static', 'assets'],
    images: [
      '{dir}',
      'static/{section}/{slug}',
      'static/images/{slug}',
      'static/images',
      'static/img',
      'assets/images',
      ...anyImageFolders,
    ],
  },
  fileName: { dated: false },
  head: {
    draftWhenTrue: ['draft'],
    draftWhenFalse: [],
    scheduledBy: ['publishDate', 'publishdate', 'published', 'pubdate', 'date'],
    forms: ['after-blank-line', 'after-blank-lines', 'after-blanks'],
    ignoresCase: true,
  },
  address: { permalink: '/{section}/{slug}/' },
  markdown: { preset: 'goldmark', moreMark: '<!--more-->' },
  newPost: '{slug}.md',
  newImage: { folder: 'static/images/{slug}', reference: '/images/{slug}/{file}' },
  styles: ['assets', 'static'].flatMap((folder) => [
    `${folder}/css/main.css`,
    `${folder}/css/style.css`,
    `${folder}/css/custom.css`,
    `${folder}/style.css`,
  ]),
}
