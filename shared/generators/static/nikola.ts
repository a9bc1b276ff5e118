import { configured, folderInside, mapOf, textOf, whereaboutsOf } from '../shape/configured-values'
import type { Generator, ReadConfiguration } from '../shape/generator'
import { anyImageFolders } from '../shape/image-folders'
import { fileSaying } from '../shape/signs'

// `POSTS = (("posts/*.md", "posts", "post.tmpl"),)`: source, address and template.
const read = ({ values }: ReadConfiguration) => {
  const content = ['POSTS', 'PAGES'].flatMap((key) =>
    (Array.isArray(values[key]) ? values[key] : []).flatMap((one: unknown) => {
      const [pattern, route] = Array.isArray(one) ? one : []
      const folder = typeof pattern === 'string' ? folderInside(pattern.replace(/\/?\*.*$/s, '')) : null
      return folder === null ? [] : [{ folder, route: typeof route === 'string' ? route : '' }]
    }),
  )
  const languages = Object.keys(mapOf(values, 'TRANSLATIONS'))
  const language = textOf(values, 'DEFAULT_LANG') ?? 'en'
  const posts = (Array.isArray(values.POSTS) ? values.POSTS : [])
    .map((one: unknown) => (Array.isArray(one) && typeof one[0] === 'string' ? one[0] : ''))
    .map((pattern) => folderInside(pattern.replace(/\/?\*.*$/s, '')))
    .filter((folder) => folder !== null)
    .filter((folder) => folder !== '.')
  const served = ['FILES_FOLDERS', 'IMAGE_FOLDERS'].flatMap((key) => Object.keys(mapOf(values, key)))
  return configured({
    postsFolders: posts.length === 0 ? undefined : [...new Set(posts)],
    addresses: {
      ...(content.length > 0 && { content }),
      ...(languages.length > 0 && { languages, defaultLanguage: language }),
      ...(values.PRETTY_URLS === false && { uglyUrls: true }),
    },
    publicFolders: served.length === 0 ? undefined : [...served, '.'],
    ...whereaboutsOf(textOf(values, 'SITE_URL', 'BASE_URL')),
    language: textOf(values, 'DEFAULT_LANG') ?? undefined,
  })
}

export const nikola: Generator = {
  id: 'nikola',
  name: 'Nikola',
  signs: [fileSaying('conf.py', /^(?:BLOG_TITLE|BLOG_AUTHOR|NIKOLA_\w+|POSTS)\s*=/m)],
  configuration: { files: ['conf.py'], read },
  server: { port: 8000, start: 'nikola auto' },
  folders: {
    posts: ['posts'],
    drafts: [],
    public: ['files', 'images', '.'],
    images: ['images/{slug}', 'images', 'files/images', '{dir}', ...anyImageFolders],
  },
  fileName: { dated: false },
  head: {
    draftWhenTrue: ['draft'],
    draftWhenFalse: [],
    status: { key: 'status', drafts: ['draft', 'private'], published: ['published'] },
    scheduledBy: ['date'],
    forms: ['after-blank-line', 'after-blank-lines', 'dotted-lines', 'meta-lines'],
  },
  address: { permalink: '/{section}/{slug}/' },
  markdown: { preset: 'commonmark', moreMark: '<!-- TEASER_END -->' },
  newPost: '{slug}.md',
  newImage: { folder: 'images/{slug}', reference: '/images/{slug}/{file}' },
  styles: ['files/assets/css/custom.css'],
}
