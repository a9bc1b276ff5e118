import type { PartialParse } from '@lezer/common'
import { Tree, TreeFragment } from '@lezer/common'
import { describe, expect, test } from 'vitest'
import { markdownSupport } from '../../../../renderer/editor/parse/markdown-support'
import { endOfStage, StagedParse } from '../../../../renderer/editor/parse/staged-parse'

const { parser } = markdownSupport().language
const long = 'Words of a paragraph, *some* of them `marked`.\n\n<b>raw</b>\n\n'.repeat(5_000)

/** Advances until there is a tree, or until `enough`. */
const run = (parse: PartialParse, enough: () => boolean = () => false): Tree | null => {
  for (;;) {
    const tree = parse.advance()
    if (tree || enough()) return tree
  }
}

describe('a parse in stages', () => {
  test('has parsed some of a long text before it has parsed all', () => {
    const parse = parser.startParse(long)
    const seen = new Set<number>()
    const tree = run(parse, () => {
      seen.add(parse.parsedPos)
      return false
    })
    expect(tree?.length).toBe(long.length)
    expect(seen.size).toBeGreaterThan(3)
    expect(Math.max(...seen)).toBeLessThan(long.length)
  })

  test('that is stopped hands over what is parsed, and the next one goes on from there', () => {
    const first = parser.startParse(long)
    run(first, () => first.parsedPos > 0)
    const { parsedPos } = first
    first.stopAt(parsedPos)
    const tree = first.advance()
    expect(tree?.length).toBeGreaterThanOrEqual(parsedPos)
    expect(tree?.toString()).toContain('HTML')

    const fragments = TreeFragment.addTree(tree ?? Tree.empty, [], true)
    const second = parser.startParse(long, fragments)
    run(second, () => second.parsedPos > 0)
    expect(second.parsedPos).toBeGreaterThan(parsedPos)
    second.stopAt(second.parsedPos)
    expect(
      second
        .advance()
        ?.toString()
        .startsWith(tree?.toString().slice(0, 1000) ?? ''),
    ).toBe(true)
  })

  test('stops before the end of a stage as well, and never further than it was told', () => {
    const parse = parser.startParse(long)
    parse.stopAt(1000)
    const tree = run(parse)
    expect(tree?.length).toBeGreaterThanOrEqual(1000)
    expect(tree?.length).toBeLessThan(2000)
    expect(() => parse.stopAt(3000)).toThrow(RangeError)
  })

  test('takes one stage where all but little is known', () => {
    const starts: number[] = []
    const known = [
      new TreeFragment(0, 150_000, Tree.empty, 0),
      new TreeFragment(150_010, 300_000, Tree.empty, 0),
    ]
    const input = { length: 300_000, chunk: () => '', lineChunks: false, read: () => '' }
    const parse = new StagedParse(input, known, (fragments) => {
      starts.push(fragments.length)
      return { advance: () => Tree.empty, parsedPos: 0, stoppedAt: null, stopAt: () => undefined }
    })
    expect(run(parse)).toBe(Tree.empty)
    expect(starts).toEqual([2])
  })
})

test('a stage ends where enough is new', () => {
  const fragment = (from: number, to: number) => new TreeFragment(from, to, Tree.empty, 0)
  expect(endOfStage([], 0, 1000, 300)).toBe(300)
  expect(endOfStage([], 900, 1000, 300)).toBe(1000)
  expect(endOfStage([fragment(0, 400)], 0, 1000, 300)).toBe(700)
  expect(endOfStage([fragment(0, 400), fragment(500, 800)], 0, 2000, 300)).toBe(1000)
  expect(endOfStage([fragment(0, 400), fragment(900, 1500)], 0, 2000, 300)).toBe(700)
  expect(endOfStage([fragment(0, 400)], 600, 2000, 300)).toBe(900)
})
