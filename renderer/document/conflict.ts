import { type MergedPost, mergeFormats, mergeVersions, type PostVersion } from '../../shared/merge/merge-post'
import type { OpenedPost, PostId, TextFormat } from '../../shared/post'
import type { OpenDocument } from './open-document'
import { documentOf, stateOf } from './open-documents'
import { textFormatOf } from './text-format-field'

const mineOf = (document: OpenDocument): PostVersion => {
  const state = stateOf(document)
  return { text: state.doc.toString(), format: textFormatOf(state) }
}

const baseOf = ({ onDisk }: OpenDocument): PostVersion => ({
  text: onDisk.doc.toString(),
  format: onDisk.format,
})

/** Merges the text on the screen with what another program wrote, both going back to the file as it was read. */
export const mergeWithDisk = (document: OpenDocument, theirs: OpenedPost): MergedPost & PostVersion =>
  mergeVersions(baseOf(document), mineOf(document), theirs)

/** What a choice between both sides starts from: both texts, and both merged as far as they go. */
export interface ConflictToSolve {
  readonly id: PostId
  readonly theirs: string
  readonly merged: MergedPost
  /** Changes with every text that is typed or read, so that a choice never answers an older question. */
  readonly version: string
}

/** The conflict of a post as it stands; null when there is none (any more). */
export const conflictOf = (id: PostId): ConflictToSolve | null => {
  const document = documentOf(id)
  if (!document?.theirs) return null
  const { theirs, version } = document
  return {
    id,
    theirs: theirs.text,
    merged: mergeWithDisk(document, theirs),
    version: `${version}:${theirs.revision}`,
  }
}

/** The text format for a text the writer put together from both sides; null when the conflict is gone. */
export const formatOfChoice = (id: PostId, text: string): TextFormat | null => {
  const document = documentOf(id)
  if (!document?.theirs) return null
  return mergeFormats(text, baseOf(document), mineOf(document), document.theirs)
}
