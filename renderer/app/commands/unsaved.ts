import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { showError, showNotice } from '../../base/notices'
import { makeTextSafe } from '../../document/save/make-safe'
import { openPost } from '../../document/show-post'
import { useDocument } from '../../document/state/document-state'
import { unsavedPosts } from '../../document/state/open-documents'

/** Call before closing the open posts: false, with the post shown, if one is neither saved nor backed up. */
export const makeSafe = async (): Promise<boolean> => {
  const id = await makeTextSafe()
  if (id === null) return true
  await openPost(id)
  showNotice({
    kind: 'warning',
    text: t('app.notBackedUp', { id }),
  })
  return false
}

/** Reports to main which posts are unsaved, whenever that changes. */
export const reportUnsaved = (): void => {
  let reported = ''
  useDocument.subscribe(() => {
    const ids = unsavedPosts()
    const now = ids.join('\n')
    if (now === reported) return
    reported = now
    api.reportUnsaved(ids).catch(showError)
  })
}
