import { configured, mapOf, textOf, whereaboutsOf } from '../shape/configured-values'
import type { Generator, ReadConfiguration } from '../shape/generator'
import { anyImageFolders } from '../shape/image-folders'
import { dependency, ownFile } from '../shape/signs'

const read = ({ values }: ReadConfiguration) => {
  const own = mapOf(values, 'configuration')
  const address = textOf(own, 'baseUrl') // without its protocol
  return configured({
    ...whereaboutsOf(address && (/^https?:/.test(address) ? address : `https://${address}`)),
    language: textOf(own, 'locale') ?? undefined,
  })
}

export const quartz: Generator = {
  id: 'quartz',
  name: 'Quartz',
  signs: [...ownFile('quartz.config.ts', 'quartz.config.js'), ...dependency('@jackyzha0/quartz')],
  redirects: { key: 'aliases', packages: [] },
  configuration: { files: ['quartz.config.ts', 'quartz.config.js'], read },
  server: { port: 8080, start: 'npx quartz build --serve' },
  folders: {
    posts: ['content/posts', 'content/blog', 'content'],
    mixed: true,
    drafts: ['private', 'templates'],
    public: ['content', 'quartz/static'],
    images: ['{dir}', 'content', 'content/attachments', 'content/images', ...anyImageFolders],
  },
  fileName: { dated: false },
  head: { draftWhenTrue: ['draft'], draftWhenFalse: ['publish'], scheduledBy: [] },
  address: { permalink: '/{section}/{slug}' },
  markdown: { preset: 'obsidian', moreMark: null },
  newPost: '{slug}.md',
  newImage: { folder: 'content/attachments', reference: '{file}' },
  styles: ['quartz/styles/custom.css'],
}
