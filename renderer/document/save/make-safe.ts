import type { PostId } from '../../../shared/posts/post'
import { showError } from '../../base/notices'
import { getSettings } from '../../base/settings-store'
import { allDocuments, flushJournal, keepUndo } from '../journal/journal-client'
import { commitFieldDrafts } from '../state/field-drafts'
import { mayAutosave } from './autosave'
import { saveDocument } from './save-document'

/**
 * Call before anything that ends the session of the open posts: quitting, another folder, an update. Saves what autosave
 * may save and backs up the rest. Returns the first post for which neither was possible, or null if all are safe.
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
