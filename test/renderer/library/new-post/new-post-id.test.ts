import { expect, test } from 'vitest'
import { namingHabits, newPostId, slugProblem } from '../../../../renderer/library/new-post/new-post-id'
import { summary } from '../../../support/posts'

const named = (
  ids: readonly string[],
  profile: Parameters<typeof namingHabits>[1] = 'plain',
  template?: string,
) =>
  namingHabits(
    ids.map((id) => summary(id)),
    profile,
    template,
  )
const idIn = (habits: ReturnType<typeof named>, slug = 'new') =>
  newPostId(habits, habits.folders[0] ?? '', { slug, today: '2026-11-22' })

test('a new file is named as its neighbours are', () => {
  expect(idIn(named([]))).toBe('new.md')
  expect(idIn(named(['a.mdx', 'b.mdx', 'c.md']))).toBe('new.mdx')
  expect(idIn(named(['2024/a.md', '2024/b.md', 'c.md']))).toBe('2024/new.md')
  expect(idIn(named(['a/index.md', 'b/index.md']))).toBe('new/index.md')
  expect(idIn(named(['_posts/2024-01-01-a.md'], 'jekyll'))).toBe('_posts/2026-11-22-new.md')
})

test('the folder of the newest posts is proposed, and its newest post is the pattern', () => {
  const old = ['talks/a/index.md', 'talks/b/index.md', 'talks/c/index.md', 'talks/d/index.md']
  const posts = [
    ...old.map((id) => summary(id, { dateMs: 1 })),
    summary('blog/2025-01-01-x.md', { dateMs: 10 }),
    summary('blog/2025-02-01-y.mdx', { dateMs: 11 }),
  ]
  const habits = namingHabits(posts, 'plain')
  const values = { slug: 'new', today: '2026-11-22' }
  expect(habits.folders).toEqual(['blog', 'talks'])
  expect(newPostId(habits, 'blog', values)).toBe('blog/2026-11-22-new.mdx')
  expect(newPostId(habits, 'talks', values)).toBe('talks/new/index.md')
})

test('the settings of the site go before the neighbours', () => {
  const neighbours = ['2024/a/index.mdx', '2024/b/index.mdx']
  expect(idIn(named(neighbours, 'plain', '{date}-{slug}'))).toBe('2024/2026-11-22-new.mdx')
  expect(idIn(named(neighbours, 'jekyll', '{slug}.md'))).toBe('2024/new.md')
  expect(idIn(named(neighbours, 'plain', '{year}/{month}/{day}/{slug}/index.md'))).toBe(
    '2026/11/22/new/index.md',
  )
})

test('letters of other scripts are kept where neighbours have them', () => {
  expect(named(['статья.md']).keepScripts).toBe(true)
  expect(named(['article.md']).keepScripts).toBe(false)
})

test('what cannot be an address is refused with the reason', () => {
  const posts = [summary('Taken.md')]
  expect(slugProblem('free', 'free.md', posts)).toBeNull()
  expect(slugProblem('taken', 'taken.md', posts)).toBe('There is already a post in taken.md.')
  const shown = [summary('old.md', { ownSlug: 'Free' }), summary('sub/other.md', { ownSlug: 'else' })]
  expect(slugProblem('free', 'free.md', shown)).toMatch(/^old\.md already has this address/)
  expect(slugProblem('else', 'else.md', shown)).toBeNull()
  expect(slugProblem('', '.md', posts)).not.toBeNull()
  expect(slugProblem('a b', 'a b.md', posts)).not.toBeNull()
  expect(slugProblem('../up', '../up.md', posts)).not.toBeNull()
})

test.each([
  ['con', 'con.md'],
  ['aux', 'talks/aux/index.md'],
  ['nul.tar', 'nul.tar.md'],
  ['LPT1', 'LPT1.mdx'],
  ['com¹', 'com¹.md'],
])('the slug %s is refused, as Windows cannot hold %s', (slug, id) => {
  expect(slugProblem(slug, id, [])).toMatch(/is a name that Windows reserves for a device/)
})

test.each(['a:b', 'a.', 'a b', 'a?', '..'])('the slug %s is refused', (slug) => {
  expect(slugProblem(slug, `${slug}.md`, [])).not.toBeNull()
})

test.each([
  ['con', '2024-01-01-con.md'],
  ['console', 'console.md'],
])('the slug %s in %s is taken', (slug, id) => {
  expect(slugProblem(slug, id, [])).toBeNull()
})
