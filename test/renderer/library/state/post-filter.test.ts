import { expect, test } from 'vitest'
import { countPosts, filterPosts, noPosts } from '../../../../renderer/library/state/post-filter'
import { summary } from '../../../support/posts'

const posts = [
  summary('posts/docker.md', { title: 'Docker and Kubernetes', featured: true, tags: ['containers'] }),
  summary('posts/cafe.md', { title: 'Über Café-Häuser', draft: true }),
  summary('posts/broken.md', { problems: [{ check: 'front-matter', message: 'no end', severity: 'error' }] }),
]
const found = (filter: Parameters<typeof filterPosts>[1], query: string) =>
  filterPosts(posts, filter, query).map(({ id }) => id.slice(6, -3))

test('counts say what each filter would show', () => {
  const counts = countPosts(noPosts, [], posts)
  expect(counts).toEqual({ all: 3, featured: 1, drafts: 1, scheduled: 0, problems: 1 })
  const [docker, cafe] = posts
  const after = countPosts(counts, posts.slice(0, 2), [
    summary('posts/docker.md', { ...docker, featured: false }),
    summary('posts/cafe.md', { ...cafe, draft: false, scheduled: true }),
    summary('posts/more.md', { scheduled: true, draft: true }),
  ])
  expect(after).toEqual({ all: 4, featured: 0, drafts: 1, scheduled: 1, problems: 1 })
})

test('no filter and no words give the very list', () => {
  expect(filterPosts(posts, 'all', '  ')).toBe(posts)
})

test('words are found in any order, without case and accents', () => {
  expect(found('all', 'kube DOCK')).toEqual(['docker'])
  expect(found('all', 'cafe uber')).toEqual(['cafe'])
  expect(found('all', 'containers')).toEqual(['docker'])
  expect(found('all', 'posts/br')).toEqual(['broken'])
})

test('a word with a minus is not to be there', () => {
  expect(found('all', '-docker')).toEqual(['cafe', 'broken'])
})

test('fields narrow the list like the filters above it', () => {
  expect(found('all', 'featured:true')).toEqual(['docker'])
  expect(found('all', 'tag:containers')).toEqual(['docker'])
  expect(found('drafts', 'docker')).toEqual([])
  expect(found('problems', '')).toEqual(['broken'])
})
