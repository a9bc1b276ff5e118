import { configured, mapOf, textOf, whereaboutsOf } from '../shape/configured-values'
import type { Generator, ReadConfiguration } from '../shape/generator'
import { anyImageFolders } from '../shape/image-folders'
import { fileSaying, ownFile } from '../shape/signs'

const read = ({ values }: ReadConfiguration) => {
  const main = textOf(values, 'default_language') ?? 'en'
  const languages = Object.keys(mapOf(values, 'languages'))
  return configured({
    ...whereaboutsOf(textOf(values, 'base_url')),
    addresses:
      languages.length > 0
        ? { languages: [...new Set([main, ...languages])], defaultLanguage: main }
        : undefined,
    language: textOf(values, 'default_language') ?? undefined,
  })
}

export const zola: Generator = {
  id: 'zola',
  name: 'Zola',
  signs: [...ownFile('zola.toml'), fileSaying('config.toml', /^[ \t]*base_url[ \t]*=/m)],
  redirects: { key: 'aliases', packages: [] },
  configuration: { files: ['zola.toml', 'config.toml'], read },
  server: { port: 1111, start: 'zola serve', drafts: 'zola serve --drafts' },
  folders: {
    posts: ['content/blog', 'content/posts', 'content/post', 'content/articles', 'content'],
    drafts: [],
    public: ['static', 'content'],
    images: ['{dir}', 'static/images/{slug}', 'static/images', 'static/img', ...anyImageFolders],
  },
  fileName: { dated: true },
  head: {
    draftWhenTrue: ['draft'],
    draftWhenFalse: [],
    scheduledBy: [],
    forms: ['after-blank-line', 'after-blank-lines', 'after-blanks'],
  },
  address: { permalink: '/{section}/{slug}/' },
  markdown: { preset: 'commonmark', moreMark: '<!-- more -->' },
  newPost: '{slug}.md',
  newImage: { folder: 'static/images/{slug}', reference: '/images/{slug}/{file}' },
  styles: ['static/style.css', 'static/css/style.css', 'static/main.css', 'static/css/main.css'],
}
