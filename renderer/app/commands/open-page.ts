import { api } from '../../base/api'
import { showNotice } from '../../base/notices'
import { useDocument } from '../../document/state/document-state'

/** Opens the page of the open post in the browser, or says why not. */
export const openPageOn = (where: 'live' | 'development') => async (): Promise<void> => {
  const { post } = useDocument.getState()
  if (!post) throw new Error('No post is open.')
  const opened = await api.openPostIn(post.id, where)
  if (opened.kind === 'refused') showNotice({ kind: 'info', text: opened.reason })
}
