import { expect, test } from 'vitest'
import { type ListRows, listRows } from '../../../../renderer/library/list/list-rows'
import { summary } from '../../../support/posts'

const posts = [
  summary('2024/b.md', { date: '2024-05-01' }),
  summary('2023/a.md', { date: '2023-01-01' }),
  summary('c.md'),
  summary('2024/d.md', { date: '2024-02-01' }),
]
const rowsOf = (rows: ListRows) => Array.from({ length: rows.count }, (_, index) => rows.at(index))
const drawn = (rows: ListRows) =>
  rowsOf(rows).map((row) => (row?.kind === 'heading' ? `${row.label} (${row.count})` : row?.post.id))

test('without groups every post is a row', () => {
  expect(drawn(listRows(posts, 'none'))).toEqual(['2024/b.md', '2023/a.md', 'c.md', '2024/d.md'])
})

test('groups stand in the order of their first post', () => {
  const years = ['2024 (2)', '2024/b.md', '2024/d.md', '2023 (1)', '2023/a.md', 'No date (1)', 'c.md']
  expect(drawn(listRows(posts, 'year'))).toEqual(years)
  expect(drawn(listRows(posts, 'folder'))[0]).toBe('2024 (2)')
  expect(drawn(listRows(posts, 'folder'))).toContain('Top folder (1)')
})

test('page bundles of one folder are one group', () => {
  const bundles = [summary('posts/a/index.md'), summary('posts/b/index.md'), summary('posts/c.md')]
  expect(drawn(listRows(bundles, 'folder'))[0]).toBe('posts (3)')
})

test('positions count the posts as they are drawn', () => {
  const rows = listRows(posts, 'year')
  expect(rowsOf(rows).flatMap((row) => (row?.kind === 'post' ? [row.position] : []))).toEqual([0, 1, 2, 3])
  expect(rows.posts.map(({ id }) => id)).toEqual(['2024/b.md', '2024/d.md', '2023/a.md', 'c.md'])
})

test('posts found by their text come after, under their own heading', () => {
  const line = { line: 3, text: 'marmalade', marks: [[0, 9]] as const }
  const found = [{ post: summary('x.md'), line }]
  expect(drawn(listRows([], 'none', found))).toEqual(['In the text (1)', 'x.md'])
  const rows = listRows(posts, 'year', found)
  expect(drawn(rows).slice(-2)).toEqual(['In the text (1)', 'x.md'])
  expect(rows.at(rows.count - 1)).toMatchObject({ position: 4, line })
  expect(rowsOf(rows).filter((row) => row?.kind === 'post' && row.line !== null)).toHaveLength(1)
})

test('a row is found by the place of its post, and named by what stands there', () => {
  for (const group of ['none', 'year', 'folder'] as const) {
    const rows = listRows(posts, group, [{ post: summary('x.md'), line: null }])
    for (const [position, post] of rows.posts.entries()) {
      expect(rows.at(rows.rowOf(position))).toMatchObject({ kind: 'post', position, post })
      expect(rows.keyAt(rows.rowOf(position))).toBe(post.id)
    }
    const headings = rowsOf(rows).map((row) => row?.kind === 'heading')
    expect(headings).toEqual(rowsOf(rows).map((_, index) => rows.isHeading(index)))
    expect(new Set(rowsOf(rows).map((_, index) => rows.keyAt(index))).size).toBe(rows.count)
    expect(rows.at(rows.count)).toBeUndefined()
  }
})

test('ten thousand posts are not looked at to draw a few of them', () => {
  let looks = 0
  const watched = new Proxy(Array<(typeof posts)[number]>(10_000).fill(summary('a.md')), {
    get: (target, name) => {
      if (typeof name === 'string' && /^\d+$/.test(name)) looks += 1
      return Reflect.get(target, name)
    },
  })
  const rows = listRows(watched, 'none')
  for (let index = 5000; index < 5020; index++) rows.at(index)
  expect(rows.count).toBe(10_000)
  expect(looks).toBe(20)
})
