import { codeRanges } from '../../shared/references/code-ranges'
import { headingsIn } from '../../shared/references/headings'
import { lineCounter } from '../../shared/references/line-counter'

/** A heading as the outline shows it. */
export interface OutlineHeading {
  readonly text: string
  /** 1-based. */
  readonly line: number
  /** Its indent: 0 for the highest level in the post. */
  readonly depth: number
}

/** The headings of a post whose body starts at `from`. */
export const outlineOf = (text: string, from: number): readonly OutlineHeading[] => {
  const headings = headingsIn(text, from, codeRanges(text, from))
  const top = Math.min(...headings.map(({ level }) => level))
  const lineOf = lineCounter(text)
  return headings.map((heading) => ({
    text: heading.text,
    line: lineOf(heading.from),
    depth: heading.level - top,
  }))
}

/** The index of the heading above a line; -1 above the first. */
export const headingAbove = (headings: readonly OutlineHeading[], line: number): number =>
  headings.findLastIndex((heading) => heading.line <= line)

/** Whether two outlines are equal. */
export const sameOutline = (a: readonly OutlineHeading[], b: readonly OutlineHeading[]): boolean =>
  a.length === b.length &&
  a.every(({ text, line, depth }, index) => {
    const other = b[index]
    return other?.text === text && other.line === line && other.depth === depth
  })
