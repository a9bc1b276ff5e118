import type { PostId, PostSummary } from '../../../shared/posts/post'
import type { FilesChanged } from '../../../shared/posts/post-rename'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { showError, showNotice } from '../../base/notices'
import { words } from '../../base/platform'
import { checkDisk } from '../../document/check-disk'
import { saveDocument } from '../../document/save/save-document'
import { closePosts, openPost } from '../../document/show-post'
import { useDocument } from '../../document/state/document-state'
import { documentOf, unsavedPosts } from '../../document/state/open-documents'
import { postsInWords } from '../plan/posts-in-words'

const undo = async (operation: string, undone: () => Promise<void>): Promise<void> => {
  const { failed } = await api.undoOperation(operation)
  const text =
    failed.length === 0 ? t('changes.undone') : t('changes.undoneExcept', { reasons: failed.join(' ') })
  showNotice({ kind: failed.length === 0 ? 'info' : 'warning', text })
  await undone()
}

/** Shows the result of an operation, with undo. */
export const tellOperation = (
  text: string,
  { undo: operation, failed }: FilesChanged,
  undone = async (): Promise<void> => undefined,
): void => {
  const reasons = failed.join(' ')
  showNotice({
    kind: failed.length === 0 ? 'info' : 'warning',
    text: failed.length === 0 ? text : t('changes.withFailed', { text, reasons }),
    ...(operation !== null && {
      action: {
        label: t('changes.undo'),
        run: () => {
          undo(operation, undone).catch((error) => showError(error, t('changes.notUndone')))
        },
      },
    }),
  })
}

/** Saves unsaved posts, so that an operation on files includes their text. */
export const saveForOperation = async (ids: readonly PostId[] = unsavedPosts()): Promise<void> => {
  for (const id of ids) {
    const open = documentOf(id)
    if (!open || open.saveState === 'saved' || open.saveState === 'deleted') continue
    const result = await saveDocument(open)
    if (result && result.kind !== 'saved') throw new Error(t('changes.notSavedFirst', { id }))
  }
}

/** Moves posts to the system's trash, with their unsaved text; one undo restores them. */
export const trashPosts = async (posts: readonly PostSummary[]): Promise<void> => {
  const [first] = posts
  if (!first) return
  const what = posts.length === 1 ? t('changes.quoted', { title: first.title }) : postsInWords(posts.length)
  try {
    const ids = posts.map(({ id }) => id)
    const shown = useDocument.getState().post?.id
    await saveForOperation(ids)
    const { changed, gone } = await api.trashPosts(ids)
    closePosts(gone)
    if (changed.done === 0) throw new Error(changed.failed.join(' '))
    const done = posts.length === 1 ? what : postsInWords(changed.done)
    tellOperation(t('changes.movedToBin', { what: done, bin: words.bin }), changed, async () => {
      // Reopens the post that was open, unless another one is open now.
      if (shown !== undefined && gone.includes(shown) && useDocument.getState().post === null)
        await openPost(shown)
    })
  } catch (error) {
    showError(error, t('changes.notMovedToBin', { count: posts.length, what, bin: words.bin }))
  }
}

/** Copies a post beside it, and opens the copy. */
export const duplicatePost = async (id: PostId): Promise<void> => {
  await saveForOperation([id])
  const copy = await api.duplicatePost(id)
  tellOperation(t('changes.copyIs', { id: copy.id }), copy.changed)
  await openPost(copy.id)
}

/** Checks the files of open posts again that an operation may have changed. */
export const lookAgain = async (ids: readonly PostId[]): Promise<void> => {
  for (const id of ids) if (documentOf(id)) await checkDisk(id)
}
