import { looksUnfinished } from '../../../shared/merge/looks-unfinished'
import {
  type MergedPost,
  mergeFormats,
  mergeVersions,
  type PostVersion,
} from '../../../shared/merge/merge-post'
import type { OpenedPost, PostId, TextFormat } from '../../../shared/posts/post'
import type { OpenDocument } from '../state/open-document'
import { documentOf, stateOf } from '../state/open-documents'
import { textFormatOf } from '../state/text-format-field'

const mineOf = (document: OpenDocument): PostVersion => {
  const state = stateOf(document)
  return { text: state.doc.toString(), format: textFormatOf(state) }
}

const baseOf = ({ onDisk }: OpenDocument): PostVersion => ({
  text: onDisk.doc.toString(),
  format: onDisk.format,
})

/** Merges the text on the screen with what another program wrote; the base is the file as it was read. */
export const mergeWithDisk = (document: OpenDocument, theirs: OpenedPost): MergedPost & PostVersion =>
  mergeVersions(baseOf(document), mineOf(document), theirs)

/** Whether the file still seems to be being written, compared with the text when it was read. */
export const isUnfinished = ({ onDisk }: OpenDocument, theirs: OpenedPost): boolean =>
  endsInCharacter(onDisk.format, theirs.format) || looksUnfinished(onDisk.doc.toString(), theirs.text)

/** A text that stopped being UTF-8, as one that is cut in the middle of a character. */
const endsInCharacter = (before: TextFormat, now: TextFormat): boolean =>
  before.encoding === 'utf-8' && now.encoding === 'bytes'

/** The data for choosing between both sides: both texts, and the merge as far as possible. */
export interface ConflictToSolve {
  readonly id: PostId
  readonly theirs: OpenedPost
  readonly merged: MergedPost
}

/** The current conflict of a post; null if there is none. */
export const conflictOf = (id: PostId): ConflictToSolve | null => {
  const document = documentOf(id)
  if (!document?.theirs) return null
  const { theirs } = document
  // Text missing from the file stays on the user's side until the user decides.
  const merged = isUnfinished(document, theirs)
    ? { text: mineOf(document).text, conflicts: [] }
    : mergeWithDisk(document, theirs)
  return { id, theirs, merged }
}

/** The text format for a text merged by hand from both sides. */
export const formatOfChoice = (document: OpenDocument, text: string, theirs: OpenedPost): TextFormat =>
  mergeFormats(text, baseOf(document), mineOf(document), theirs)
