import {
  configured,
  folderInside,
  joined,
  textOf,
  textsOf,
  type Values,
  whereaboutsOf,
} from '../shape/configured-values'
import type { Generator } from '../shape/generator'
import { anyImageFolders } from '../shape/image-folders'
import { ownFile, sharedFile } from '../shape/signs'

const read = (values: Values) => {
  const content = folderInside(textOf(values, 'contentDir', 'contentdir'))
  const statics = textsOf(values.staticDir ?? values.staticdir)
    .map(folderInside)
    .filter((name) => name !== null)
  return configured({
    postsFolders:
      content === null ? undefined : ['posts', 'post', 'blog', ''].map((name) => joined(content, name)),
    publicFolders: statics.length === 0 ? undefined : [...statics, 'assets'],
    ...whereaboutsOf(textOf(values, 'baseURL', 'baseUrl', 'baseurl')),
    language: textOf(values, 'languageCode', 'locale', 'defaultContentLanguage') ?? undefined,
  })
}

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
  configuration: {
    files: ['hugo', 'config', 'config/_default/hugo', 'config/_default/config'].flatMap((name) =>
      ['toml', 'yaml', 'yml', 'json'].map((extension) => `${name}.${extension}`),
    ),
    read,
  },
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
