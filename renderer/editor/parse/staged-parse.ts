import { type Input, type PartialParse, type Tree, TreeFragment } from '@lezer/common'

/*
 * A parse with nested languages (@lezer/common, parseMixed) has no result before its outer parse is complete; if stopped
 * earlier, it starts again from scratch. CodeMirror stops each parse after 20 ms of a key, so typing after a long
 * unparsed part would cost those 20 ms at each key without any progress. In stages, each complete in itself, the work
 * of each key is kept.
 */

/** Characters per stage: a few milliseconds of parsing. */
const stage = 60_000

/** Begins a parse that may reuse the fragments. */
export type StartParse = (fragments: readonly TreeFragment[]) => PartialParse

/** The position after `many` characters from `from` that no fragments cover; at most `end`. */
export const endOfStage = (
  fragments: readonly TreeFragment[],
  from: number,
  end: number,
  many: number = stage,
): number => {
  let at = from
  let left = many
  for (const fragment of fragments) {
    if (fragment.to <= at) continue
    const gap = Math.max(0, fragment.from - at)
    if (gap >= left) break
    left -= gap
    at = fragment.to
  }
  return Math.min(end, at + left)
}

/** A parse of all text, in stages. */
export class StagedParse implements PartialParse {
  stoppedAt: number | null = null
  /** Everything before this position is parsed. */
  parsedPos = 0
  private parsed: Tree | null = null
  private current: PartialParse
  private stageEnd: number

  constructor(
    private readonly input: Input,
    private fragments: readonly TreeFragment[],
    private readonly start: StartParse,
  ) {
    this.stageEnd = endOfStage(fragments, 0, input.length)
    this.current = this.begin()
  }

  advance(): Tree | null {
    if (this.stoppedAt !== null && this.parsed && this.parsedPos >= this.stoppedAt) return this.parsed
    const tree = this.current.advance()
    if (!tree || this.stageEnd >= this.end) return tree
    this.parsed = tree
    this.parsedPos = this.stageEnd
    this.fragments = TreeFragment.addTree(tree, this.fragments, true)
    this.stageEnd = endOfStage(this.fragments, this.parsedPos, this.end)
    this.current = this.begin()
    return null
  }

  stopAt(position: number): void {
    if (this.stoppedAt !== null && this.stoppedAt < position)
      throw new RangeError('A parse that is to stop cannot be told to go further')
    this.stoppedAt = position
    if (this.stageEnd < position) return
    this.stageEnd = position
    this.current.stopAt(position)
  }

  private get end(): number {
    return this.stoppedAt ?? this.input.length
  }

  private begin(): PartialParse {
    const parse = this.start(this.fragments)
    if (this.stageEnd < this.input.length) parse.stopAt(this.stageEnd)
    return parse
  }
}
