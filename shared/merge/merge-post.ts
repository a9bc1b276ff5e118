import { splitPost } from '../front-matter/read/split'
import type { TextFormat } from '../posts/post'
import { changeFormat } from '../posts/text-format'
import { lineChanges } from './line-diff'
import { mergeHeads } from './merge-head'
import { mergeLines, type Piece } from './merge-lines'

/** Both sides changed the same place differently. Both texts are kept here. */
export interface MergeConflict {
  readonly where: 'head' | 'body'
  /** The front matter key, if it is about one. */
  readonly key: string | null
  /** The range of our side in the merged text. */
  readonly from: number
  readonly to: number
  readonly base: string
  readonly mine: string
  readonly theirs: string
}

export interface MergedPost {
  /** The merged text, with our side in conflicts. */
  readonly text: string
  readonly conflicts: readonly MergeConflict[]
}

export interface PostVersion {
  readonly text: string
  readonly format: TextFormat
}

/**
 * Three-way merge of a post: the front matter by key, the body by line. If the sides are equal or one is
 * unchanged, the result is the other side; outside a conflict no line of either side is lost.
 */
export const mergePost = (base: string, mine: string, theirs: string): MergedPost => {
  const [o, a, b] = [base, mine, theirs].map(parts) as [Parts, Parts, Parts]
  if (!o.head || !a.head || !b.head) return assemble(piecesOf(mergeLines(base, mine, theirs), 'body'))
  return assemble([
    ...piecesOf(mergeHeads(o.head, a.head, b.head), 'head'),
    ...piecesOf(mergeLines(o.body, a.body, b.body), 'body'),
  ])
}

/** Merges text and text format: lines the merge did not touch keep their bytes on the disk (`theirs`). */
export const mergeVersions = (
  base: PostVersion,
  mine: PostVersion,
  theirs: PostVersion,
): MergedPost & PostVersion => {
  const merged = mergePost(base.text, mine.text, theirs.text)
  return { ...merged, format: mergeFormats(merged.text, base, mine, theirs) }
}

/** The format for a text merged from both sides. */
export const mergeFormats = (
  text: string,
  base: PostVersion,
  mine: PostVersion,
  theirs: PostVersion,
): TextFormat => {
  const onDisk = changeFormat(theirs.text, theirs.format, lineChanges(theirs.text, text))
  const asBefore = theirs.format.eol === base.format.eol && sameTerminators(theirs, base)
  const converted = mine.format.terminators === null && mine.format.eol !== base.format.eol && asBefore
  return {
    ...onDisk,
    ...(converted ? { eol: mine.format.eol, terminators: null } : {}),
    bom: theirs.format.bom === base.format.bom ? mine.format.bom : theirs.format.bom,
    encoding: mine.format.encoding === 'bytes' ? 'bytes' : theirs.format.encoding,
  }
}

const sameTerminators = (a: PostVersion, b: PostVersion): boolean =>
  (a.format.terminators === null) === (b.format.terminators === null)

interface Parts {
  readonly head: string
  readonly body: string
}

const parts = (text: string): Parts => {
  const { bodyFrom, problem } = splitPost(text)
  return problem ? { head: '', body: text } : { head: text.slice(0, bodyFrom), body: text.slice(bodyFrom) }
}

type PlacedPiece = Piece & Pick<MergeConflict, 'where' | 'key'>

const piecesOf = (
  pieces: readonly (Piece & { readonly key?: string | null })[],
  where: MergeConflict['where'],
): PlacedPiece[] => pieces.map((piece) => ({ ...piece, where, key: piece.key ?? null }))

const assemble = (pieces: readonly PlacedPiece[]): MergedPost => {
  let text = ''
  const conflicts: MergeConflict[] = []
  for (const piece of pieces) {
    const from = text.length
    text += piece.kind === 'settled' ? piece.text : piece.mine
    if (piece.kind === 'settled') continue
    const { where, key, base, mine, theirs } = piece
    conflicts.push({ where, key, from, to: text.length, base, mine, theirs })
  }
  return { text, conflicts }
}
