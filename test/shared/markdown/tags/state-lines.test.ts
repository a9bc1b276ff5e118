import MarkdownIt, { type StateBlock } from 'markdown-it'
import { expect, test } from 'vitest'
import { endOfRun } from '../../../../shared/markdown/tags/state-lines'

/** The end of a run, looked for line by line. */
const lookedFor = (state: StateBlock, line: number, endLine: number): number | undefined => {
  let next = line
  while (next + 1 < endLine && !state.isEmpty(next + 1)) next++
  return state.eMarks[next]
}

/** Asks for the run of each line that a rule is asked about, in every container. */
const askedIn = (text: string): number => {
  const md = new MarkdownIt()
  let asked = 0
  md.block.ruler.before(
    'code',
    'ask',
    (state, line, endLine) => {
      asked++
      expect(endOfRun(state, line, endLine), `line ${line} of ${JSON.stringify(text)}`).toBe(
        lookedFor(state, line, endLine),
      )
      return false
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  )
  md.render(text)
  return asked
}

test.for([
  'a\nb\nc\n\nd\n',
  '> a\n>\n> b\n',
  '> a\n> b\n>\n> c\nlazy\n\nd\n',
  '- a\n\n  b\n  c\n- d\n  > e\n  >\n  > f\n\n1. g\n   h\n',
  '> > a\n> >\n> b\n>\n> > c\n',
  '- > a\n  >\n  > b\n- > c\n  > d\n\n  e\n',
  '1. a\n   - b\n\n     c\n   - d\n\n2. e\n\nf\ng\n',
  '| a |\n| - |\n| b |\nc\n\n> d\n> | e |\n> | - |\n',
  '[a]: b\n"c\nd"\ne\n\n[f]: g\n> h\n',
])('a run ends at the next blank line of its own container: %j', (text) => {
  expect(askedIn(text)).toBeGreaterThan(2)
})

test('whatever the containers are', () => {
  const pieces = [
    'a',
    '> b',
    '>',
    '> > c',
    '- d',
    '  e',
    '  > f',
    '  >',
    '',
    '',
    '1. g',
    '   h',
    '    i',
    '> - j',
    '>   k',
  ]
  for (let seed = 1; seed <= 2_000; seed++) {
    let random = seed
    const next = () => {
      random = (random * 48_271) % 2_147_483_647
      return random
    }
    askedIn(Array.from({ length: 3 + (next() % 9) }, () => pieces[next() % pieces.length]).join('\n'))
  }
})
