import { expect, test } from 'vitest'
import { emptyTrail, goneTo, renamedIn, stepped } from '../../../renderer/navigation/post-trail'

const all = () => true
const through = (...ids: string[]) => ids.reduce(goneTo, emptyTrail)

test('back and forward go through the posts as they were shown', () => {
  const trail = through('a.md', 'b.md', 'c.md')
  const back = stepped(trail, -1, all)
  expect(back?.posts[back.at]).toBe('b.md')
  const forward = back && stepped(back, 1, all)
  expect(forward?.posts[forward.at]).toBe('c.md')
})

test('the ends of the trail are ends', () => {
  expect(stepped(through('a.md'), -1, all)).toBeNull()
  expect(stepped(through('a.md'), 1, all)).toBeNull()
  expect(stepped(emptyTrail, -1, all)).toBeNull()
})

test('going elsewhere after a step back forgets what lay ahead', () => {
  const back = stepped(through('a.md', 'b.md'), -1, all) ?? emptyTrail
  expect(goneTo(back, 'c.md')).toEqual({ posts: ['a.md', 'c.md'], at: 1 })
})

test('arriving where the trail stands changes nothing', () => {
  const trail = through('a.md', 'b.md')
  expect(goneTo(trail, 'b.md')).toBe(trail)
})

test('posts that are gone are passed over', () => {
  const back = stepped(through('a.md', 'gone.md', 'c.md'), -1, (id) => id !== 'gone.md')
  expect(back?.posts[back.at]).toBe('a.md')
})

test('the same post on both sides of one that is gone is no step', () =>
  expect(stepped(through('a.md', 'gone.md', 'a.md'), -1, (id) => id !== 'gone.md')).toBeNull())

test('a post is followed to its new name', () =>
  expect(renamedIn(through('a.md', 'b.md', 'a.md'), 'a.md', 'x.md').posts).toEqual(['x.md', 'b.md', 'x.md']))

test('a trail does not grow without end', () => {
  const trail = through(...Array.from({ length: 500 }, (_, index) => `${index}.md`))
  expect(trail.posts.length).toBe(100)
  expect(trail.posts[trail.at]).toBe('499.md')
})
