import { expect, test } from 'vitest'
import { hitRows, listRows, postsOfRows } from '../../../renderer/library/list-rows'
import { summary } from '../../support/posts'

const posts = [
  summary('2024/b.md', { date: '2024-05-01' }),
  summary('2023/a.md', { date: '2023-01-01' }),
  summary('c.md'),
  summary('2024/d.md', { date: '2024-02-01' }),
]
const drawn = (rows: ReturnType<typeof listRows>) =>
  rows.map((row) => (row.kind === 'heading' ? `${row.label} (${row.count})` : row.post.id))

test('without groups every post is a row', () => {
  expect(drawn(listRows(posts, 'none'))).toEqual(['2024/b.md', '2023/a.md', 'c.md', '2024/d.md'])
})

test('groups stand in the order of their first post', () => {
  const years = ['2024 (2)', '2024/b.md', '2024/d.md', '2023 (1)', '2023/a.md', 'Without a date (1)', 'c.md']
  expect(drawn(listRows(posts, 'year'))).toEqual(years)
  expect(drawn(listRows(posts, 'folder'))[0]).toBe('2024 (2)')
  expect(drawn(listRows(posts, 'folder'))).toContain('Top folder (1)')
})

test('positions count the posts as they are drawn', () => {
  const rows = listRows(posts, 'year')
  expect(rows.flatMap((row) => (row.kind === 'post' ? [row.position] : []))).toEqual([0, 1, 2, 3])
  expect(postsOfRows(rows).map(({ id }) => id)).toEqual(['2024/b.md', '2024/d.md', '2023/a.md', 'c.md'])
})

test('posts found by their text come after, under their own heading', () => {
  const line = { line: 3, text: 'marmalade', marks: [[0, 9]] as const }
  expect(drawn(hitRows([{ post: summary('x.md'), line }], 4))).toEqual(['In the text (1)', 'x.md'])
  expect(hitRows([], 4)).toEqual([])
})
