import { create } from 'zustand'
import { styleOf } from '../../../shared/front-matter/edit/apply-bulk'
import type { BulkChange } from '../../../shared/front-matter/edit/bulk-change'
import { setFlag } from '../../../shared/front-matter/edit/edit'
import { keyOfRole } from '../../../shared/front-matter/schema/roles'
import { habitsOf } from '../../../shared/generators/generators'
import type { PostId, PostSummary } from '../../../shared/posts/post'
import type { FilesChanged } from '../../../shared/posts/post-rename'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { focusText } from '../../base/focus-text'
import { showError } from '../../base/notices'
import { useSite } from '../../base/site-store'
import { revealLine } from '../../document/place/reveal-line'
import { saveDocument } from '../../document/save/save-document'
import { openPost } from '../../document/show-post'
import { dispatchTo } from '../../document/state/document-changes'
import type { OpenDocument } from '../../document/state/open-document'
import { documentOf, stateOf } from '../../document/state/open-documents'
import { lookAgain, saveForOperation, tellOperation } from './file-operations'
import { showSoon } from './library-store'

/** How often a post was opened from the list, including one that was already open. */
export const useOpenings = create<{ readonly times: number }>(() => ({ times: 0 }))

/** Shows a post in the editor. `thenWrite` or a line to go to also moves the focus there. */
export const openFromList = (id: PostId, thenWrite = false, line?: number): void => {
  const shown = () => {
    if (line !== undefined)
      requestAnimationFrame(() => revealLine(line)) // the pane may not be drawn yet
    else if (thenWrite) focusText()
  }
  useOpenings.setState(({ times }) => ({ times: times + 1 }))
  openPost(id).then(shown, showError)
}

/** Changes an open post as text, so that it can be undone, and saves it if it was saved before. */
const featureOpen = async (document: OpenDocument, featured: boolean): Promise<void> => {
  const clean = document.saveState === 'saved'
  const schema = await api.wholeSchema()
  const key = keyOfRole('featured', schema) ?? 'isFeatured'
  const edit = setFlag(stateOf(document).doc.toString(), key, featured, styleOf(key, schema))
  if (edit.kind === 'refused')
    throw new Error(t('library.reasonAtLine', { reason: edit.reason, line: edit.line }))
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
    showError(error, t('library.postNotChanged', { title: post.title }))
  }
}

/** Features or unfeatures many posts as one operation with one undo. */
const featureMany = async (posts: readonly PostSummary[], featured: boolean): Promise<void> => {
  const ids = posts.map(({ id }) => id)
  await saveForOperation(ids)
  const key = keyOfRole('featured', await api.wholeSchema()) ?? 'isFeatured'
  const changes: BulkChange[] = [{ kind: 'flag', key, on: featured }]
  const { result } = await carryOut(ids, changes)
  const count = result.done
  const done = featured ? t('library.nowFeatured', { count }) : t('library.noLongerFeatured', { count })
  tellOperation(done, result)
  await lookAgain(ids)
}

/** Features or unfeatures posts; each file changes by one line. */
export const toggleFeatured = (posts: readonly PostSummary[], featured: boolean): void => {
  const others = posts.filter((post) => post.featured !== featured)
  const [first] = others
  if (!first) return
  const done = others.length === 1 ? feature(first, featured) : featureMany(others, featured)
  done.catch((error) => showError(error, t('library.postsNotChanged')))
}

/** Publishes drafts by switching their flags, as one operation with one undo. */
export const publishPosts = async (posts: readonly PostSummary[]): Promise<void> => {
  const ids = posts.map(({ id }) => id)
  await saveForOperation(ids)
  const { head } = habitsOf(useSite.getState().site ?? 'plain')
  const { draftWhenTrue, draftWhenFalse, draftUnlessTrue, status } = head
  const changes: BulkChange[] = [
    { kind: 'publish', keys: { draftWhenTrue, draftWhenFalse, draftUnlessTrue, status } },
  ]
  const { result, lines } = await carryOut(ids, changes)
  if (result.done === 0 && result.failed.length === 0) throw new Error(t('library.nothingSaysDraft'))
  const [first] = posts
  const [line = ''] = lines
  const done =
    posts.length === 1 && result.done === 1 && lines.length === 1
      ? t('library.publishedPost', { title: first?.title ?? '', line })
      : t('library.published', { count: result.done })
  tellOperation(done, result)
  await lookAgain(ids)
}

/** Plans changes in posts and writes those that were not refused; `lines` are the distinct new lines. */
const carryOut = async (
  ids: readonly PostId[],
  changes: readonly BulkChange[],
): Promise<{ readonly result: FilesChanged; readonly lines: readonly string[] }> => {
  const plan = await api.planBulkEdit([...ids], [...changes])
  const shown = plan.flatMap((post) =>
    post.kind === 'changed' ? [{ id: post.id, revision: post.revision }] : [],
  )
  const refused = plan.flatMap((post) => (post.kind === 'refused' ? [`${post.id}: ${post.reason}`] : []))
  const lines = plan.flatMap((post) =>
    post.kind === 'changed' ? post.hunks.flatMap(({ after }) => after.map((line) => line.trim())) : [],
  )
  const result = await api.bulkEdit(shown, [...changes])
  return { result: { ...result, failed: [...result.failed, ...refused] }, lines: [...new Set(lines)] }
}

/** Shows the file of a post in the system's file manager. */
export const showInFolder = (id: PostId): void => {
  api.showInFolder(id).catch((error) => showError(error, t('library.folderNotShown')))
}

/** Copies the path of a post in its site to the clipboard. */
export const copyPath = (id: PostId): void => {
  navigator.clipboard.writeText(id).catch((error) => showError(error, t('library.pathNotCopied')))
}
