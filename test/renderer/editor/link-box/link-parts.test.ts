import { expect, test } from 'vitest'
import { linkPartsAt, retarget, unlinked } from '../../../../renderer/editor/link-box/link-parts'
import { stateOf } from '../../../support/editor-state'

const changed = (marked: string, address: string, title: string): string => {
  const state = stateOf(marked)
  const link = linkPartsAt(state, state.selection.main.head)
  const changes = link && retarget(link, address, title)
  return changes ? state.update({ changes }).state.doc.toString() : state.doc.toString()
}

test('a link gets another address or title, and keeps its bytes where it has them', () => {
  expect(changed('a [w|ords](x) b', 'y z', 'T "q"')).toBe('a [words](<y z> "T \\"q\\"") b')
  expect(changed("[w|](x 'T')", 'x', 'T')).toBe("[w](x 'T')")
  expect(changed("[w|](x 'T')", 'x', '')).toBe('[w](x)')
  expect(changed('[w|]()', 'https://e.org', '')).toBe('[w](https://e.org)')
})

test('an unlinked link leaves its words', () => {
  const state = stateOf('a [**w|ords**](x "t") b')
  const link = linkPartsAt(state, state.selection.main.head)
  expect(link && state.update({ changes: unlinked(link) }).state.doc.toString()).toBe('a **words** b')
})

test('a link by a label gets the address of its definition, and keeps its words', () => {
  expect(changed('[w|ords][ref] b\n\n[ref]: x', 'y', '')).toBe('[words][ref] b\n\n[ref]: y')
  expect(changed('[Re|f][] b\n\n[ref]: x "T"\n', 'x', 'U')).toBe('[Ref][] b\n\n[ref]: x "U"\n')
  expect(changed("[a  r|ef] b\n\n[A ref]: x 'T'", 'y z', '')).toBe('[a  ref] b\n\n[A ref]: <y z>')
  const state = stateOf('a [w|ords][ref] b\n\n[ref]: x')
  const link = linkPartsAt(state, state.selection.main.head)
  expect(link && state.update({ changes: unlinked(link) }).state.doc.toString()).toBe('a words b\n\n[ref]: x')
})

test('words in brackets without a definition are no link', () => {
  for (const text of ['[w|ords][ref]', '[w|ords]', '[^1|]\n\n[^1]: x']) {
    const state = stateOf(text)
    expect(linkPartsAt(state, state.selection.main.head), text).toBeNull()
  }
})

test('an address in angle brackets is edited as it is written', () => {
  const at = (address: string, title: string) => {
    const text = 'see <https://a.b> x'
    const state = stateOf('').update({ changes: { from: 0, insert: text } }).state
    const link = linkPartsAt(state, 8)
    const changes = link && retarget(link, address, title)
    return changes ? state.update({ changes }).state.doc.toString() : text
  }
  expect(at('https://c.d/e', '')).toBe('see <https://c.d/e> x')
  expect(at('/posts/e', '')).toBe('see [https://a.b](/posts/e) x')
  expect(at('https://a.b', 'T')).toBe('see [https://a.b](https://a.b "T") x')
})
