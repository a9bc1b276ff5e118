import type { StateEffect } from '@codemirror/state'
import { t } from '../../../shared/texts/translate'
import { showError } from '../../base/notices'
import { importImage } from '../../document/images/import-image'
import { importEffects } from '../../document/images/imported-images'
import { useDocument } from '../../document/state/document-state'
import { addressOf } from '../commands/insert-commands'

const picture = /!\[([^\]]*)\]\((data:image\/([\w.+-]+);base64,([\w+/=\s]+))\)/g

const fileOf = (type: string, base64: string): File => {
  const bytes = Uint8Array.from(atob(base64.replace(/\s/g, '')), (sign) => sign.charCodeAt(0))
  const extension = { jpeg: 'jpg', 'svg+xml': 'svg' }[type] ?? type
  return new File([bytes], `image.${extension}`, { type: `image/${type}` })
}

/** Markdown to insert, with effects for the files created for it. */
export interface PastedMarkdown {
  readonly markdown: string
  readonly effects: readonly StateEffect<unknown>[]
}

/** Markdown whose embedded images are stored where the site keeps its images. */
export const importPictures = async (markdown: string): Promise<PastedMarkdown> => {
  const { post } = useDocument.getState()
  if (!post || !markdown.includes('](data:')) return { markdown, effects: [] }
  let result = markdown
  const effects: StateEffect<unknown>[] = []
  for (const [all, alt = '', , type = '', base64 = ''] of markdown.matchAll(picture)) {
    const kept = await importImage(post.id, fileOf(type, base64)).catch((error: unknown) => {
      showError(error, t('editor.pastedImageNotKept'))
      return null
    })
    if (kept) effects.push(...importEffects(kept))
    result = result.replace(all, () => (kept === null ? alt : `![${alt}](${addressOf(kept.reference)})`))
  }
  return { markdown: result.replace(/!\[([^\]]*)\]\(data:[^)]*\)/g, '$1'), effects }
}
