import { AppError } from '../../../shared/app-error'
import { mergeVersions } from '../../../shared/merge/merge-post'
import { decodePost, encodePost } from '../../../shared/posts/text-format'
import { t } from '../../../shared/texts/translate'
import { readWhole } from '../../disk/read-whole'
import type { FileStep } from './file-step'

type Write = Extract<FileStep, { readonly kind: 'write' }>

/**
 * The step that reverts a write in a file that was edited since, by merging as with any outside change; null if both
 * changed the same lines. `path` is where the file is now.
 */
export const mergedBack = async (step: Write, path: string): Promise<Write | null> => {
  try {
    const { bytes } = await readWhole(path, t('files.cannotReadChanges'))
    const [base, mine, theirs] = [step.after, step.before, bytes].map(decodePost) as [
      Version,
      Version,
      Version,
    ]
    const merged = mergeVersions(base, mine, theirs)
    if (merged.conflicts.length > 0) return null
    return { kind: 'write', path: step.path, before: bytes, after: encodePost(merged.text, merged.format) }
  } catch (error) {
    if (error instanceof AppError) return null // it is gone or no longer text: it stays as it is
    throw error
  }
}

type Version = ReturnType<typeof decodePost>
