import { expect, test } from 'vitest'
import { foldPosts, newestOf, type PostSort, sortPosts } from '../../../../renderer/library/state/post-order'
import { summary } from '../../../support/posts'
import { fc } from '../../../support/properties'

const ids = (posts: readonly { readonly id: string }[]) => posts.map(({ id }) => id)
const day = (date: string) => ({ date, dateMs: Date.parse(date) })

test('newest first, posts without a date last', () => {
  const posts = [summary('none'), summary('old', day('2020-01-01')), summary('new', day('2024-01-01'))]
  expect(ids(sortPosts(posts, 'newest'))).toEqual(['new', 'old', 'none'])
  expect(ids(sortPosts(posts, 'oldest'))).toEqual(['old', 'new', 'none'])
})

test.each([
  [
    'the newest, wherever it stands',
    [
      ['a', '2020-01-01'],
      ['b', '2024-05-01'],
      ['c', '2023-01-01'],
    ],
    'b',
  ],
  [
    'not one without a date',
    [
      ['a', ''],
      ['b', '2019-01-01'],
    ],
    'b',
  ],
  [
    'of one day the first by its name',
    [
      ['b', '2024-01-01'],
      ['a', '2024-01-01'],
    ],
    'a',
  ],
  [
    'by name where none has a date',
    [
      ['b', ''],
      ['a', ''],
    ],
    'a',
  ],
] as const)('a folder opens with %s', (_name, posts, first) =>
  expect(newestOf(posts.map(([id, date]) => summary(id, date === '' ? {} : day(date))))?.id).toBe(first),
)

test('an empty folder opens with none', () => expect(newestOf([])).toBeNull())

test('titles sort as people sort them', () => {
  const posts = ['Part 10', 'part 2', 'Ähnlich', 'zuletzt'].map((title) => summary(title, { title }))
  expect(ids(sortPosts(posts, 'title'))).toEqual(['Ähnlich', 'part 2', 'Part 10', 'zuletzt'])
})

test('a changed post moves to its new place, a removed one goes', () => {
  const posts = sortPosts(
    [summary('a', day('2024-01-01')), summary('b', day('2023-01-01')), summary('c')],
    'newest',
  )
  const gone = new Set(['a', 'c'])
  expect(ids(foldPosts(posts, gone, [summary('c', day('2023-06-01'))], 'newest'))).toEqual(['c', 'b'])
})

const change = fc.record({ id: fc.integer({ min: 0, max: 30 }), dateMs: fc.integer({ min: 0, max: 9 }) })
const some = fc.uniqueArray(change, { selector: ({ id }) => id, maxLength: 20 })
const asPost = ({ id, dateMs }: { id: number; dateMs: number }) =>
  summary(`${id}.md`, { dateMs, modifiedMs: dateMs, title: `Title ${dateMs}` })

test('folding gives what sorting everything anew would give', () => {
  const sorts: readonly PostSort[] = ['newest', 'oldest', 'title', 'modified', 'path']
  fc.assert(
    fc.property(some, some, fc.uniqueArray(fc.integer({ min: 0, max: 30 })), (before, changed, gone) => {
      for (const sort of sorts) {
        const kept = changed.filter(({ id }) => !gone.includes(id))
        const leaving = new Set([...gone, ...kept.map(({ id }) => id)].map((id) => `${id}.md`))
        const folded = foldPosts(sortPosts(before.map(asPost), sort), leaving, kept.map(asPost), sort)
        const rest = before.filter(({ id }) => !gone.includes(id) && !kept.some((post) => post.id === id))
        expect(ids(folded)).toEqual(ids(sortPosts([...rest, ...kept].map(asPost), sort)))
      }
    }),
  )
})
