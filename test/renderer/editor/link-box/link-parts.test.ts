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

test('links that name their address elsewhere have no box', () => {
  const state = stateOf('[w|ords][ref]\n\n[ref]: x')
  expect(linkPartsAt(state, state.selection.main.head)).toBeNull()
})
