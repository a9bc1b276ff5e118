import { api } from '../base/api'
import { showError, showNotice } from '../base/notices'
import { useDocument } from '../document/document-state'
import { openPost, save } from '../document/document-store'
import { unsavedPosts } from '../document/open-documents'

/** Saves all posts; false when one could not be saved, which is then in front of the writer with its reason. */
export const makeSafe = async (): Promise<boolean> => {
  for (const id of unsavedPosts()) {
    const result = await save(id)
    if (result === null || result.kind === 'saved') continue
    await openPost(id)
    showNotice({ kind: 'warning', text: `“${id}” holds text that is not saved yet. Decide about it first.` })
    return false
  }
  return true
}

/** Tells main which posts are unsaved, whenever that changes. */
export const reportUnsaved = (): void => {
  let told = ''
  useDocument.subscribe(() => {
    const ids = unsavedPosts()
    const now = ids.join('\n')
    if (now === told) return
    told = now
    api.reportUnsaved(ids).catch(showError)
  })
}
