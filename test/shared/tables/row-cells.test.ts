import { expect, test } from 'vitest'
import { alignmentsOf, cellsOf } from '../../../shared/tables/row-cells'

const cells = (line: string, start = 0) =>
  cellsOf(line, start).map(({ textFrom, textTo }) => line.slice(textFrom, textTo))

test('a row has the cells that GFM sees, with and without pipes at its ends', () => {
  expect(cells('| a | b |')).toEqual(['a', 'b'])
  expect(cells('a | b')).toEqual(['a', 'b'])
  expect(cells('  | a | b')).toEqual(['a', 'b'])
  expect(cells('a | b |')).toEqual(['a', 'b'])
  expect(cells('| a |')).toEqual(['a'])
  expect(cells('|  ||')).toEqual(['', ''])
})

test('a pipe behind a backslash is part of its cell, in code as well', () => {
  expect(cells('| a \\| b | `c \\| d` |')).toEqual(['a \\| b', '`c \\| d`'])
  expect(cells('| a \\\\| b |')).toEqual(['a \\\\', 'b'])
})

test('what a quote puts before a row is none of its cells', () => {
  expect(cells('> | a | b |', 2)).toEqual(['a', 'b'])
})

test('the row below the head gives the alignments', () => {
  expect(alignmentsOf('| --- | :-- | :-: | --: |')).toEqual([null, 'left', 'center', 'right'])
  expect(alignmentsOf('--|--')).toEqual([null, null])
  expect(alignmentsOf('| a | - |')).toBeNull()
})
