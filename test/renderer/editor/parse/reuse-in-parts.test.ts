import { type Parser, type Tree, TreeFragment } from '@lezer/common'
import { parser as commonmark } from '@lezer/markdown'
import { describe, expect, test } from 'vitest'
import { boundedMarkdown } from '../../../../renderer/editor/parse/bounded-parse'
import { headLanguage } from '../../../../renderer/editor/parse/head-language'
import { markdownSupport } from '../../../../renderer/editor/parse/markdown-support'
import { inParts } from '../../../../renderer/editor/parse/reuse-in-parts'
import { fc } from '../../../support/properties'
import { branchesOf } from '../../../support/tree-branches'

const { parser } = markdownSupport().language

const blocks = [
  'A paragraph of some *words* and `code`.\n\n',
  '# A heading\n',
  '- one\n- two\n  - three\n\n',
  '```js\nconst a = 1\n\nreturn a\n```\n',
  '    indented\n\n    code\n',
  '> a quote\nof two lines\n\n',
  '| a | b |\n| - | - |\n| c | d |\n\n',
  '<div>\n\n',
  '</div>\n\n',
  '---\n',
  'Words\n===\n',
]

/** A post of about this many characters, with every kind of block in random order. */
const postOf = (length: number): string => {
  let text = '---\ntitle: Long\n---\n\n'
  for (let seed = 1; text.length < length; ) {
    seed = (seed * 48_271) % 2_147_483_647
    text += blocks[seed % blocks.length]
  }
  return text
}

interface Edit {
  readonly from: number
  readonly to: number
  readonly insert: string
}

const typed = (text: string, { from, to, insert }: Edit): string =>
  text.slice(0, from) + insert + text.slice(to)

const kept = (fragments: readonly TreeFragment[], { from, to, insert }: Edit): readonly TreeFragment[] =>
  TreeFragment.applyChanges(fragments, [{ fromA: from, toA: to, fromB: from, toB: from + insert.length }])

const nodesOf = (tree: Tree): string => {
  const nodes: string[] = []
  tree.iterate({ enter: ({ name, from, to }) => void nodes.push(`${name} ${from} ${to}`) })
  return nodes.join('\n')
}

const newBranches = (parser: Parser, text: string, at: number): number => {
  const before = parser.parse(text)
  const old = branchesOf(before)
  const edit = { from: at, to: at, insert: 'x' }
  const after = parser.parse(typed(text, edit), kept(TreeFragment.addTree(before), edit))
  return [...branchesOf(after)].filter((branch) => !old.has(branch)).length
}

describe('a parse after an edit', () => {
  test('finds what a parse of the whole text finds', () => {
    const long = postOf(20_000)
    const edits = fc.array(
      fc.record({
        at: fc.nat({ max: 20_000 }),
        removed: fc.nat({ max: 60 }),
        insert: fc.constantFrom('', 'x', '\n', '\n\n', '```\n', '> ', '- ', '    ', '<div>\n', ...blocks),
      }),
      { minLength: 1, maxLength: 8 },
    )
    fc.assert(
      fc.property(edits, (all) => {
        let text = long
        let fragments = TreeFragment.addTree(parser.parse(text))
        for (const { at, removed, insert } of all) {
          const from = Math.min(at, text.length)
          const edit = { from, to: Math.min(from + removed, text.length), insert }
          text = typed(text, edit)
          const tree = parser.parse(text, kept(fragments, edit))
          fragments = TreeFragment.addTree(tree, fragments)
          expect(nodesOf(tree)).toBe(nodesOf(parser.parse(text)))
        }
      }),
      { numRuns: 12 },
    )
  })

  test.each([0.5, 0.98])(
    'makes far fewer branches anew than one in whole fragments, at %f of a long text',
    (part) => {
      const text = postOf(600_000)
      const at = text.indexOf('words* and', text.length * part)
      const inWhole = commonmark.configure([...boundedMarkdown, headLanguage])
      expect(newBranches(parser, text, at) * 4).toBeLessThan(newBranches(inWhole, text, at))
    },
  )
})

test('parts cover their fragment, begin with a block and keep its open ends', () => {
  const text = postOf(100_000)
  const tree = parser.parse(text)
  const whole = new TreeFragment(0, text.length, tree, 0, false, true)
  const parts = inParts([whole])
  expect(parts.length).toBeGreaterThan(3)
  expect(parts.at(0)?.from).toBe(0)
  expect(parts.at(-1)?.to).toBe(text.length)
  for (const [index, part] of parts.entries()) {
    const next = parts[index + 1]
    expect(part.openEnd).toBe(next === undefined)
    if (!next) continue
    expect(next.from).toBe(part.to - 1)
    expect(tree.topNode.childAfter(part.to)?.from).toBe(part.to)
  }
})
