import { AppError } from '../../shared/app-error'
import type { Edit } from '../../shared/front-matter/values/types'
import { changeFormat, decodePost, encodePost } from '../../shared/posts/text-format'
import { applyTextChanges } from '../../shared/text/text-change'

/** What an edit came to on a file: its bytes afterwards, or why nothing was written. */
export type EditedBytes =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly reason: string }

/** A file's bytes through an edit, the way a save goes: decoded, changed, encoded with the line endings it had. */
export const editBytes = (bytes: Uint8Array, edit: (text: string) => Edit): EditedBytes => {
  try {
    const { text, format } = decodePost(bytes)
    const result = edit(text)
    if (result.kind === 'refused') return result
    const changed = applyTextChanges(text, result.changes)
    return { kind: 'bytes', bytes: encodePost(changed, changeFormat(text, format, result.changes)) }
  } catch (error) {
    if (error instanceof AppError) return { kind: 'refused', reason: error.message }
    throw error
  }
}
