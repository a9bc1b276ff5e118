import { Named } from '../../configuration/code-values'
import { configured, mapOf, textOf, whereaboutsOf } from '../shape/configured-values'
import type { Generator, ReadConfiguration } from '../shape/generator'
import { anyImageFolders } from '../shape/image-folders'
import { dependency, ownFile } from '../shape/signs'

// `Plugin.ExplicitPublish()` replaces the filter `Plugin.RemoveDrafts()`, or is used together with it.
const draftsBy = (code: ReadConfiguration['code']) => {
  const calls = code?.calls ?? []
  const has = (name: string) =>
    calls.some(({ on, method }) => method === name || (on instanceof Named && on.name === name))
  return has('ExplicitPublish')
    ? { draftUnlessTrue: ['publish'], draftWhenTrue: has('RemoveDrafts') ? ['draft'] : [] }
    : undefined
}

const read = ({ values, code }: ReadConfiguration) => {
  const own = mapOf(values, 'configuration')
  const address = textOf(own, 'baseUrl') // without its protocol
  return configured({
    ...whereaboutsOf(address && (/^https?:/.test(address) ? address : `https://${address}`)),
    language: textOf(own, 'locale') ?? undefined,
    head: draftsBy(code),
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
  head: { draftWhenTrue: ['draft'], draftWhenFalse: [], scheduledBy: [] },
  address: { permalink: '/{section}/{slug}' },
  markdown: { preset: 'obsidian', moreMark: null },
  newPost: '{slug}.md',
  newImage: { folder: 'content/attachments', reference: '{file}' },
  styles: ['quartz/styles/custom.css'],
}
