import { setFlag } from '../../shared/front-matter/edit'
import { keyOfRole } from '../../shared/front-matter/roles'
import type { PostId, PostSummary } from '../../shared/post'
import { api } from '../base/api'
import { focusText } from '../base/focus-text'
import { showError } from '../base/notices'
import { useSchema } from '../base/schema-store'
import { dispatchTo } from '../document/document-changes'
import { openPost } from '../document/document-store'
import type { OpenDocument } from '../document/open-document'
import { documentOf, stateOf } from '../document/open-documents'
import { revealLine } from '../document/reveal-line'
import { saveDocument } from '../document/save-document'
import { showSoon } from './library-store'

/** Shows a post in the editor. `thenWrite` moves the focus there, and so does a line to go to. */
export const openFromList = (id: PostId, thenWrite = false, line?: number): void => {
  const shown = () => {
    if (line !== undefined)
      requestAnimationFrame(() => revealLine(line)) // the pane may only be on its way
    else if (thenWrite) focusText()
  }
  openPost(id).then(shown, showError)
}

/** An open post is changed as text, so that undo knows it, and saved when it was saved before. */
const featureOpen = async (document: OpenDocument, featured: boolean): Promise<void> => {
  const clean = document.saveState === 'saved'
  const edit = setFlag(
    stateOf(document).doc.toString(),
    keyOfRole('featured', useSchema.getState()) ?? 'isFeatured',
    featured,
  )
  if (edit.kind === 'refused') throw new Error(`${edit.reason} (line ${edit.line})`)
  dispatchTo(document, { changes: edit.changes, userEvent: 'input.form' })
  if (clean) await saveDocument(document)
}

const feature = async (post: PostSummary, featured: boolean): Promise<void> => {
  showSoon(post.id, { featured })
  try {
    const open = documentOf(post.id)
    if (open) await featureOpen(open, featured)
    else await api.setFeatured(post.id, featured)
  } catch (error) {
    showSoon(post.id, { featured: post.featured })
    showError(error, `“${post.title}” was not changed`)
  }
}

/** Features posts, or takes them off; each file changes by one line. */
export const toggleFeatured = (posts: readonly PostSummary[], featured: boolean): void => {
  const others = posts.filter((post) => post.featured !== featured)
  others
    .reduce((before, post) => before.then(() => feature(post, featured)), Promise.resolve())
    .catch(showError)
}

/** Shows the file of a post in the system's file manager. */
export const showInFolder = (id: PostId): void => {
  api.showInFolder(id).catch((error) => showError(error, 'The folder could not be shown'))
}

/** Puts the path of a post, as the site knows it, on the clipboard. */
export const copyPath = (id: PostId): void => {
  navigator.clipboard.writeText(id).catch((error) => showError(error, 'The path could not be copied'))
}
