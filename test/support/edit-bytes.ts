import { AppError } from '../../shared/app-error'
import type { Edit } from '../../shared/front-matter/values/types'
import { changeFormat, decodePost, encodePost } from '../../shared/posts/text-format'
import { applyTextChanges } from '../../shared/text/text-change'

/** The result of an edit of a file: its new bytes, or the reason why nothing was written. */
export type EditedBytes =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'refused'; readonly reason: string }

/** Edits a file as a save does: decodes, changes and encodes its bytes with their original line ends. */
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
