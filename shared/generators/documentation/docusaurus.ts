import type { Generator } from '../shape/generator'
import { anyImageFolders } from '../shape/image-folders'
import { dependency, ownFile } from '../shape/signs'

const files = ['js', 'ts', 'mjs', 'cjs', 'mts', 'cts'].map((extension) => `docusaurus.config.${extension}`)

export const docusaurus: Generator = {
  id: 'docusaurus',
  name: 'Docusaurus',
  signs: [...dependency('@docusaurus/core', 'docusaurus'), ...ownFile(...files)],
  configuration: null,
  folders: {
    posts: ['blog', 'blogs', 'posts', 'docs'],
    drafts: [],
    public: ['static'],
    images: ['{dir}', 'static/img', 'static/img/{slug}', 'static/images', ...anyImageFolders],
  },
  fileName: { dated: true },
  head: { draftWhenTrue: ['draft', 'unlisted'], draftWhenFalse: [], scheduledBy: [] },
  address: { permalink: '/{section}/{year}/{month}/{day}/{slug}' },
  markdown: { preset: 'astro', moreMark: '<!-- truncate -->' },
  newPost: '{date}-{slug}.md',
  newImage: { folder: 'static/img/{slug}', reference: '/img/{slug}/{file}' },
  styles: ['src/css/custom.css'],
}
