import { showError } from '../../base/notices'
import { importImage } from '../../document/images/import-image'
import { useDocument } from '../../document/state/document-state'
import { addressOf } from '../commands/insert-commands'

const picture = /!\[([^\]]*)\]\((data:image\/([\w.+-]+);base64,([\w+/=\s]+))\)/g

const fileOf = (type: string, base64: string): File => {
  const bytes = Uint8Array.from(atob(base64.replace(/\s/g, '')), (sign) => sign.charCodeAt(0))
  const extension = { jpeg: 'jpg', 'svg+xml': 'svg' }[type] ?? type
  return new File([bytes], `image.${extension}`, { type: `image/${type}` })
}

/** Markdown whose pictures stand in it as data, with each of them kept where the site keeps its images instead. */
export const importPictures = async (markdown: string): Promise<string> => {
  const { post } = useDocument.getState()
  if (!post || !markdown.includes('](data:')) return markdown
  let result = markdown
  for (const [all, alt = '', , type = '', base64 = ''] of markdown.matchAll(picture)) {
    const kept = await importImage(post.id, fileOf(type, base64)).catch((error: unknown) => {
      showError(error, 'An image of what was pasted was not kept')
      return null
    })
    result = result.replace(all, () => (kept === null ? alt : `![${alt}](${addressOf(kept.reference)})`))
  }
  return result.replace(/!\[([^\]]*)\]\(data:[^)]*\)/g, '$1')
}
