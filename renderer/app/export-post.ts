import { api } from '../base/api'
import { showNotice } from '../base/notices'
import { useDocument } from '../document/document-state'
import { getText } from '../document/document-store'

const nameOf = (path: string): string =>
  path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1)

/** Writes the open post, as it stands in the editor, to one HTML file and says what came of it. */
export const exportOpenPost = async (): Promise<void> => {
  const { post } = useDocument.getState()
  if (!post) throw new Error('No post is open.')
  const { path, missingImages } = await api.exportHtml(post.id, getText())
  if (path === null) return
  if (missingImages.length === 0) {
    showNotice({ kind: 'info', text: `Exported to ${nameOf(path)}, with its images inside.` })
    return
  }
  const count = missingImages.length === 1 ? 'One image was' : `${missingImages.length} images were`
  showNotice({
    kind: 'warning',
    text: `Exported to ${nameOf(path)}. ${count} not found and stand as a placeholder: ${missingImages.join(', ')}.`,
  })
}
