import type { Values } from '../../configuration/read-data'
import type { AddressSettings } from '../shape/address-settings'
import {
  basePathOf,
  configured,
  folderInside,
  joined,
  mapOf,
  mapsOf,
  portAt,
  textOf,
  textsOf,
  whereaboutsOf,
} from '../shape/configured-values'
import type { Generator, ReadConfiguration } from '../shape/generator'
import { anyImageFolders } from '../shape/image-folders'
import { fileSaying, sharedFile, usualNames } from '../shape/signs'

/** The address settings of a Jekyll configuration. */
const jekyllAddresses = (values: Values): AddressSettings => {
  const permalink = textOf(values, 'permalink')
  const collections = mapOf(values, 'collections')
  const names = Object.keys(collections)
  const patterns = names.flatMap((name) => {
    const pattern = textOf(mapOf(collections, name), 'permalink')
    return pattern === null ? [] : [[name, pattern] as const]
  })
  const plugins = [...textsOf(values.plugins), ...textsOf(values.gems)]
  return {
    permalinks: Object.fromEntries(permalink === null ? patterns : [['', permalink], ...patterns]),
    collections: names.filter((name) => mapOf(collections, name).output === true),
    defaults: mapsOf(values.defaults).flatMap(defaultOf),
    ...(plugins.includes('jekyll-redirect-from') && { redirectKey: 'redirect_from' }),
  }
}

const defaultOf = (value: Values) => {
  const permalink = textOf(mapOf(value, 'values'), 'permalink')
  const scope = mapOf(value, 'scope')
  const path = (textOf(scope, 'path') ?? '').replace(/^\/|\/$/g, '')
  return permalink === null ? [] : [{ path, type: textOf(scope, 'type') ?? '', permalink }]
}

const read = ({ values }: ReadConfiguration) => {
  const source = folderInside(textOf(values, 'source')) ?? '.'
  const collections = folderInside(textOf(values, 'collections_dir')) ?? '.'
  const base = textOf(values, 'baseurl')
  return configured({
    postsFolders: source === '.' && collections === '.' ? undefined : [joined(source, collections, '_posts')],
    publicFolders: source === '.' ? undefined : [source, '.'],
    addresses: jekyllAddresses(values),
    ...whereaboutsOf(textOf(values, 'url')),
    basePath: base === null ? undefined : basePathOf(base),
    serverPort: portAt(values, 'port'),
    language: textOf(values, 'lang', 'locale', 'language') ?? undefined,
  })
}

export const jekyll: Generator = {
  id: 'jekyll',
  name: 'Jekyll',
  signs: [
    sharedFile('_config.yml'),
    sharedFile('_config.yaml'),
    sharedFile('_config.toml'),
    fileSaying('Gemfile', /^[ \t]*gem[ \t]+['"](?:jekyll|github-pages)['"]/m),
    usualNames('_posts', '_layouts'),
    usualNames('_posts', 'Gemfile'),
  ],
  redirects: { key: 'redirect_from', packages: ['jekyll-redirect-from'] },
  configuration: { files: ['_config.yml', '_config.yaml', '_config.toml'], read },
  server: {
    port: 4000,
    start: 'bundle exec jekyll serve',
    drafts: 'bundle exec jekyll serve --drafts --unpublished --future',
  },
  folders: {
    posts: ['_posts', 'docs/_posts', 'blog/_posts', 'src/_posts', 'collections/_posts'],
    drafts: ['_drafts'],
    public: ['.'],
    images: [
      'assets/images/{slug}',
      'assets/img/{slug}',
      'images/{slug}',
      'assets/images',
      'assets/img',
      'assets',
      'images',
      'img',
      ...anyImageFolders,
    ],
  },
  fileName: { dated: true },
  head: { draftWhenTrue: ['draft'], draftWhenFalse: ['published'], scheduledBy: ['date'] },
  address: { permalink: '/{year}/{month}/{day}/{slug}.html' },
  markdown: { preset: 'kramdown', moreMark: '<!--more-->' },
  newPost: '{date}-{slug}.md',
  newImage: { folder: 'assets/images/{slug}', reference: '/assets/images/{slug}/{file}' },
  styles: ['assets/css/style.css', 'assets/css/main.css', 'assets/main.css', 'css/main.css', 'css/style.css'],
}
