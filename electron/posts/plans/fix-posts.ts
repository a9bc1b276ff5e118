import { AppError } from '../../../shared/app-error'
import type { PostFixes } from '../../../shared/checks/findings/told'
import { changeFormat, decodePost, encodePost } from '../../../shared/posts/text-format'
import { applyTextChanges } from '../../../shared/text/text-change'
import { t } from '../../../shared/texts/translate'
import { readWhole } from '../../disk/read-whole'
import { resolveInside } from '../../disk/resolve-inside'
import { revisionOf } from '../../disk/revision'
import type { FileStep } from '../operations/file-step'

/** The steps that apply fixes to posts; refuses a post that has changed since it was checked. Writes nothing. */
export const planFixes = async (
  postsRoot: string,
  posts: readonly PostFixes[],
): Promise<{ readonly steps: readonly FileStep[]; readonly refused: readonly string[] }> => {
  const steps: FileStep[] = []
  const refused: string[] = []
  for (const { id, revision, changes } of posts) {
    try {
      const path = await resolveInside(postsRoot, id)
      const { bytes: before } = await readWhole(path, t('files.cannotRead', { name: id }))
      if (revisionOf(before) !== revision) throw new AppError('busy', t('files.changedSinceChecked'))
      const { text, format } = decodePost(before)
      const after = encodePost(applyTextChanges(text, changes), changeFormat(text, format, changes))
      steps.push({ kind: 'write', path, before, after })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      refused.push(`${id}: ${error.message}`)
    }
  }
  return { steps, refused }
}
