import { expect, test } from 'vitest'
import { keysOf, keysOutside, planInWords, rowsOf } from '../../../../renderer/library/rename/plan-rows'
import type { PlannedFile, RenamePlan } from '../../../../shared/posts/post-rename'

const file = (path: string, id: string | null, keys: readonly (string | null)[]): PlannedFile => ({
  path,
  id,
  changes: keys.map((key, line) => ({
    key,
    line,
    before: 'a',
    after: 'b',
    marks: [
      [0, 1],
      [0, 1],
    ],
  })),
})
const plan: RenamePlan = {
  fingerprint: 'm',
  id: 'new.md',
  moves: [{ from: 'posts/old.md', to: 'posts/new.md' }],
  files: [
    file('posts/a.md', 'a.md', ['a1', 'a2']),
    file('posts/old.md', 'old.md', [null]),
    file('data/nav.yaml', null, ['n1']),
  ],
  unchangeable: [{ path: 'posts/b.md', line: 3, target: 'old', reason: 'No spelling leads there.' }],
  warnings: ['The images stay.'],
  offers: { slugKey: null, translations: [], redirect: null },
}

test('what stands in the way comes first, and what lies outside of the posts stands apart', () =>
  expect(rowsOf(plan).map((row) => (row.kind === 'title' ? row.text : row.kind))).toEqual([
    'warning',
    'Cannot be changed',
    'left',
    'Files that move',
    'move',
    'Posts',
    ...['file', 'change', 'change', 'file', 'change'],
    'Links from outside the posts',
    ...['file', 'change'],
  ]))

test('what lies outside of the posts can be taken in at once', () => {
  const [title] = rowsOf(plan).filter((row) => row.kind === 'title' && row.keys !== undefined)
  expect(title).toMatchObject({ text: 'Links from outside the posts', keys: ['n1'] })
  expect(keysOutside(plan)).toEqual(['n1'])
})

test('what is left out is not counted, and what the rename consists of cannot be left out', () => {
  expect(planInWords(plan, new Set())).toBe(
    '1 item will move. 4 changes in 2 posts and 1 other file. 1 link cannot be changed.',
  )
  expect(planInWords(plan, new Set(['a1', 'a2', 'n1']))).toBe(
    '1 item will move. 1 change in 1 post. 1 link outside the posts stays as it is. 1 link cannot be changed.',
  )
  expect(plan.files.map(keysOf)).toEqual([['a1', 'a2'], [], ['n1']])
})

test('a summary names only what there is', () => {
  const only = (files: RenamePlan['files']) =>
    planInWords({ ...plan, moves: [], unchangeable: [], files }, new Set())
  expect(only(plan.files.filter(({ id }) => id === null))).toBe('1 change in 1 other file.')
  expect(only([])).toBe('No text changes.')
})
