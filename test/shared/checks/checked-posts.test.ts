import { expect, test } from 'vitest'
import { recordOf } from '../../../shared/checks/check-post'
import { CheckedPosts } from '../../../shared/checks/site/checked-posts'
import { habitsOf } from '../../../shared/generators/generators'
import { featuresFor } from '../../../shared/generators/markdown-features'

const { folders } = habitsOf('hugo')
const layout = {
  profile: 'hugo',
  postsFolder: 'content/posts',
  publicFolders: folders.public,
  imageFolders: folders.images,
  basePath: '',
  address: null,
} as const
const record = (id: string, title: string, body = '') =>
  recordOf(id, `---\ntitle: ${title}\n---\n\n${body}\n`, { layout, features: featuresFor('hugo') })

const filled = () => {
  const posts = new CheckedPosts(layout)
  posts.put(record('a.md', 'A', '## One\n'))
  posts.put(record('b.md', 'B', '[x](/posts/a/#one)'))
  posts.put(record('c.md', 'C', '[x](/posts/d/)'))
  return posts
}
const ids = (set: ReadonlySet<string>) => [...set].sort()

test('a post that is written again concerns nobody else while its names and headings stay', () => {
  expect(ids(filled().put(record('a.md', 'A', '## One\n\nmore text\n')))).toEqual(['a.md'])
})

test('a heading that goes concerns the posts that link there', () => {
  expect(ids(filled().put(record('a.md', 'A', '## Two\n')))).toEqual(['a.md', 'b.md'])
})

test('a post that goes, or comes, concerns those that link to it', () => {
  const posts = filled()
  expect(ids(posts.remove('a.md'))).toEqual(['b.md'])
  expect(ids(posts.put(record('d.md', 'D')))).toEqual(['c.md', 'd.md'])
  expect(ids(posts.put(record('a.md', 'A', '## One\n')))).toEqual(['a.md', 'b.md'])
})

test('a title that is given again concerns the post that has it', () => {
  const posts = filled()
  expect(ids(posts.put(record('d.md', 'b')))).toEqual(['b.md', 'c.md', 'd.md'])
  expect(ids(posts.put(record('d.md', 'D')))).toEqual(['b.md', 'd.md'])
})

test('one that was never there concerns nobody', () => {
  expect(ids(filled().remove('z.md'))).toEqual([])
})
