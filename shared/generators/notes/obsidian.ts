import { t } from '../../texts/translate'
import { configured, folderInside, textOf } from '../shape/configured-values'
import type { Generator, ReadConfiguration } from '../shape/generator'
import { anyImageFolders } from '../shape/image-folders'
import { certain } from '../shape/signs'

const read = ({ values }: ReadConfiguration) => {
  const attachments = folderInside(textOf(values, 'attachmentFolderPath'))
  return configured({ imageFolders: attachments === null ? undefined : [attachments] })
}

export const obsidian: Generator = {
  id: 'obsidian',
  name: t('site.obsidian'),
  // Weaker than a certain match of a generator, whose content may also be a vault.
  signs: [{ all: ['.obsidian'], weight: certain - 5 }],
  configuration: { files: ['.obsidian/app.json'], read },
  server: null,
  folders: {
    posts: ['.'],
    mixed: true,
    drafts: [],
    public: ['.'],
    images: ['{dir}', '.', 'Attachments', 'attachments', 'assets', 'images', 'media', ...anyImageFolders],
  },
  fileName: { dated: false },
  head: { draftWhenTrue: ['draft'], draftWhenFalse: ['publish'], scheduledBy: [] },
  address: { permalink: '/{section}/{slug}' },
  markdown: { preset: 'obsidian', moreMark: null },
  newPost: '{slug}.md',
  newImage: { folder: 'attachments', reference: '{file}' },
  styles: [],
}
