import type { PostId } from '../../../shared/posts/post'
import { showError } from '../../base/notices'
import { getSettings } from '../../base/settings-store'
import { allDocuments, flushJournal, keepUndo } from '../journal/journal-client'
import { commitFieldDrafts } from '../state/field-drafts'
import { mayAutosave } from './autosave'
import { saveDocument } from './save-document'

/**
 * The guard before anything that ends the session of the open posts: quitting, another folder, an update. Saves what
 * may be saved unasked, and has the rest in the journal, from where it comes back. Answers the first post for which
 * neither could be done, or null when all are safe.
 */
export const makeTextSafe = async (): Promise<PostId | null> => {
  commitFieldDrafts()
  if (getSettings().autosave !== 'off')
    for (const document of allDocuments()) if (mayAutosave(document)) await saveDocument(document, false)
  const safe = await flushJournal()
  const unsaved = allDocuments().filter(({ saveState }) => saveState !== 'saved')
  if (!safe && unsaved[0]) return unsaved[0].id
  const saved = allDocuments().filter(({ saveState }) => saveState === 'saved')
  await Promise.all(saved.map((document) => keepUndo(document).catch(showError)))
  return null
}
