import { expect, test } from 'vitest'
import { tickChange } from '../../../shared/text/tick-change'

test('a tick changes one character', () => {
  expect(tickChange('- [ ] write', 10)).toEqual({ from: 13, to: 14, insert: 'x' })
  expect(tickChange('- [x] write', 0)).toEqual({ from: 3, to: 4, insert: ' ' })
  expect(tickChange('> 12. [X] write', 0)).toEqual({ from: 7, to: 8, insert: ' ' })
  expect(tickChange('- - [ ] nested', 0)).toEqual({ from: 5, to: 6, insert: 'x' })
})

test('a line without a box is left alone', () => {
  expect(tickChange('- item [ ]', 0)).toBeNull()
  expect(tickChange('[ ] no list', 0)).toBeNull()
})
