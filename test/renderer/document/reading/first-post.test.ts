import { expect, test } from 'vitest'
import { beforeFirstPost, prepareForPosts } from '../../../../renderer/document/reading/first-post'

test('what takes long is done once, in order, each part in a task of its own', async () => {
  const done: string[] = []
  beforeFirstPost(() => done.push('editor'))
  beforeFirstPost(() => done.push('form'))
  const prepared = prepareForPosts()
  expect(done).toEqual([])
  await Promise.resolve()
  expect(done).toEqual([])
  await prepared
  expect(done).toEqual(['editor', 'form'])
  await prepareForPosts()
  expect(done).toEqual(['editor', 'form'])
})
