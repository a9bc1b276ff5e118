import type { PostId } from '../../shared/posts/post'
import { t } from '../../shared/texts/translate'
import { api } from '../base/api'
import { showError, showNotice } from '../base/notices'
import { checkDisk } from '../document/check-disk'
import { useFindings } from '../document/problems/findings'
import { fixable } from '../document/problems/fix'
import { saveDocument } from '../document/save/save-document'
import { documentOf, openDocuments, unsavedPosts } from '../document/state/open-documents'

/** The checks with fixes in the whole folder, with their numbers of posts. */
export const fixableInPosts = (): readonly { readonly check: string; readonly posts: number }[] => {
  const counts = new Map<string, number>()
  for (const findings of useFindings.getState().posts.values())
    for (const check of new Set(findings.map((finding) => finding.check)))
      if (fixable(findings, check).length > 0) counts.set(check, (counts.get(check) ?? 0) + 1)
  return Array.from(counts, ([check, posts]) => ({ check, posts })).sort((a, b) => b.posts - a.posts)
}

/** Fixes apply to files, so unsaved posts are saved first. */
const saveFirst = async (): Promise<void> => {
  for (const id of unsavedPosts()) {
    const document = documentOf(id)
    const result = document ? await saveDocument(document) : null
    if (result && result.kind !== 'saved') throw new Error(t('changes.notSavedFirst', { id }))
  }
}

const lookAgain = async (ids: Iterable<PostId>): Promise<void> => {
  for (const id of ids) await checkDisk(id)
}

const undo = async (operation: string): Promise<void> => {
  await api.undoOperation(operation)
  await lookAgain(openDocuments.byId.keys())
}

/** Applies the first fix of every finding of a check in all posts; the notice offers undo. */
export const fixAllPosts = async (check: string): Promise<void> => {
  try {
    await saveFirst()
    const { done, failed, undo: operation } = await api.fixPosts(check)
    await lookAgain(openDocuments.byId.keys())
    const text = t('checks.fixed', { check, count: done })
    showNotice({
      kind: failed.length === 0 ? 'info' : 'warning',
      text: failed.length === 0 ? text : t('changes.withFailed', { text, reasons: failed.join(' ') }),
      ...(operation !== null && {
        action: {
          label: t('changes.undo'),
          run: () => {
            undo(operation).catch((error) => showError(error, t('changes.notUndone')))
          },
        },
      }),
    })
  } catch (error) {
    showError(error, t('checks.nothingFixed'))
  }
}
