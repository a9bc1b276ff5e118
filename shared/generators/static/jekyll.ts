import { jekyllAddresses } from '../configured/jekyll-addresses'
import {
  basePathOf,
  configured,
  folderInside,
  joined,
  portAt,
  textOf,
  whereaboutsOf,
} from '../shape/configured-values'
import type { Generator, ReadConfiguration } from '../shape/generator'
import { anyImageFolders } from '../shape/image-folders'
import { fileSaying, sharedFile, usualNames } from '../shape/signs'

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
