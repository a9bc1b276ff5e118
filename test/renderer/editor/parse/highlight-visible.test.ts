import { LanguageDescription, syntaxTree, syntaxTreeAvailable } from '@codemirror/language'
import { languages } from '@codemirror/language-data'
import { EditorState } from '@codemirror/state'
import { highlightTree } from '@lezer/highlight'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { BlockColours } from '../../../../renderer/editor/parse/highlight-visible'
import { highlightStyle } from '../../../../renderer/editor/parse/highlighting'
import { markdownSupport } from '../../../../renderer/editor/parse/markdown-support'
import { fc } from '../../../support/properties'
import { randomFrom, randomPost } from '../../../support/random-post'

type Span = readonly [number, number, string]

beforeAll(async () => {
  for (const name of ['javascript', 'css', 'html', 'json'])
    await LanguageDescription.matchLanguageName(languages, name)?.load()
})

afterEach(() => vi.restoreAllMocks())

const treeOf = (doc: string) => syntaxTree(EditorState.create({ doc, extensions: markdownSupport() }))

const ours = (tree: ReturnType<typeof treeOf>, from: number, to: number): Span[] => {
  const spans: Span[] = []
  new BlockColours(highlightStyle).draw(
    tree,
    from,
    to,
    () => true,
    (...span) => spans.push(span),
  )
  return spans
}

const whole = (tree: ReturnType<typeof treeOf>, from: number, to: number): Span[] => {
  const spans: Span[] = []
  highlightTree(tree, highlightStyle, (...span) => spans.push(span), from, to)
  return spans
}

describe('the colours of the text in sight', () => {
  test('are those of a walk through the whole tree, for any post and any part of it', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 1, max: 30 }),
        fc.nat(),
        fc.nat(3_000),
        (seed, blocks, start, length) => {
          const post = randomPost(randomFrom(seed), blocks)
          const from = start % (post.length + 1)
          const to = Math.min(post.length, from + length)
          const tree = treeOf(post)
          expect(ours(tree, from, to)).toEqual(whole(tree, from, to))
        },
      ),
      { verbose: true, numRuns: 300 },
    )
  })

  test('stay those of a whole walk through any row of edits, wherever the parser had to stop', () => {
    const edit = fc.record({
      at: fc.nat(),
      cut: fc.nat(20),
      put: fc.constantFrom('x', '*', '`', '\n\n', '> ', '```js\n', '<b>'),
      /** The milliseconds of a step of the parser; it stops after 20. */
      stepMs: fc.nat(20),
    })
    let clock = 0
    let stepMs = 0
    vi.spyOn(Date, 'now').mockImplementation(() => {
      clock += stepMs
      return clock
    })
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 1, max: 30 }),
        fc.array(edit, { minLength: 1, maxLength: 12 }),
        (seed, blocks, edits) => {
          const colours = new BlockColours(highlightStyle)
          const doc = randomPost(randomFrom(seed), blocks)
          let state = EditorState.create({ doc, extensions: markdownSupport() })
          for (const { at, cut, put, stepMs: wanted } of edits) {
            stepMs = wanted
            const from = at % (state.doc.length + 1)
            const to = Math.min(state.doc.length, from + cut)
            state = state.update({ changes: { from, to, insert: put } }).state
            const tree = syntaxTree(state)
            const spans: Span[] = []
            const isParsed = (end: number) => syntaxTreeAvailable(state, end)
            colours.draw(tree, 0, state.doc.length, isParsed, (...span) => spans.push(span))
            expect(spans).toEqual(whole(tree, 0, state.doc.length))
          }
        },
      ),
      { verbose: true, numRuns: 1_000 },
    )
  })

  test('are looked up once for a block that a key leaves as it is', () => {
    vi.spyOn(Date, 'now').mockReturnValue(0) // the parser has a time limit
    const colours = new BlockColours(highlightStyle)
    const doc = 'A *paragraph* with `code`.\n\n'.repeat(50)
    const before = EditorState.create({ doc, extensions: markdownSupport() })
    const after = before.update({ changes: { from: doc.length / 2 + 3, insert: 'x' } }).state
    const lookups = vi.spyOn(highlightStyle, 'style')
    const count = (state: EditorState) => {
      lookups.mockClear()
      colours.draw(
        syntaxTree(state),
        0,
        state.doc.length,
        () => true,
        () => undefined,
      )
      return lookups.mock.calls.length
    }
    const all = count(before)
    expect(all).toBeGreaterThan(100)
    expect(count(after)).toBeLessThan(all / 10)
  })

  test('know code of other languages, quotes in lists, and the front matter', () => {
    const post =
      '---\ntitle: "A *post*"\n---\n\n- > *quoted* in a list\n  ```js\n  const a = `b`\n  ```\n\n<b style="color: red">html</b>\n\n| a | **b** |\n| - | - |\n'
    const tree = treeOf(post)
    const all = whole(tree, 0, post.length)
    expect(all.length).toBeGreaterThan(15)
    expect(ours(tree, 0, post.length)).toEqual(all)
  })

  test('are found without a walk through the blocks before', () => {
    const post = 'A *paragraph*.\n\n'.repeat(4_000)
    const tree = markdownSupport().language.parser.parse(post)
    const steps = vi.spyOn(Object.getPrototypeOf(tree.topNode), 'nextChild')
    const spans = ours(tree, post.length - 48, post.length)
    expect(spans.length).toBeGreaterThan(5)
    expect(steps.mock.calls.length).toBeLessThan(100)
    steps.mockClear()
    whole(tree, post.length - 48, post.length)
    expect(steps.mock.calls.length).toBeGreaterThan(1_000)
  })
})
