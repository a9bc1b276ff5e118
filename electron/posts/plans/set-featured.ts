import { AppError, assertNever } from '../../../shared/app-error'
import { styleOf } from '../../../shared/front-matter/edit/apply-bulk'
import { setFlag } from '../../../shared/front-matter/edit/edit'
import { keyOfRole } from '../../../shared/front-matter/schema/roles'
import type { SiteSchema } from '../../../shared/front-matter/schema/site-schema'
import type { PostId, SaveResult } from '../../../shared/posts/post'
import { changeFormat } from '../../../shared/posts/text-format'
import { applyTextChanges } from '../../../shared/text/text-change'
import { t } from '../../../shared/texts/translate'
import { readPost, savePost } from '../post-file'

/**
 * Sets the site's own key for featured posts in a post: one line, no other byte. Throws an AppError if the edit is
 * refused or the file cannot be written.
 */
export const setFeatured = async (
  root: string,
  id: PostId,
  featured: boolean,
  schema: SiteSchema,
): Promise<void> => {
  const { text, format, revision } = await readPost(root, id)
  const key = keyOfRole('featured', schema) ?? 'isFeatured'
  const edit = setFlag(text, [key], featured, styleOf(key, schema))
  if (edit.kind === 'refused')
    throw new AppError('failed', t('files.postUnchanged', { id, reason: edit.reason }))
  const changed = applyTextChanges(text, edit.changes)
  const saved = await savePost(root, id, {
    text: changed,
    format: changeFormat(text, format, edit.changes),
    base: revision,
  })
  const refusal = refusalOf(saved, id)
  if (refusal) throw refusal
}

const refusalOf = (result: SaveResult, id: PostId): AppError | null => {
  switch (result.kind) {
    case 'saved':
      return null
    case 'conflict':
      return new AppError('busy', t('files.changedAtOnce', { id }))
    case 'deleted':
      return new AppError('not-found', t('files.noLongerThere', { name: id }))
    case 'failed':
      return new AppError(result.reason, result.message)
    default:
      return assertNever(result)
  }
}
