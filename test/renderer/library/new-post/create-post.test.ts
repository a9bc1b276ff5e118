import { beforeEach, expect, test } from 'vitest'
import { emptySchema, type SiteSchema } from '../../../../shared/front-matter/schema/site-schema'
import { installApi } from '../../../support/fake-api'

let whole: PromiseWithResolvers<SiteSchema>
const fake = installApi({
  wholeSchema: () => whole.promise,
  createPost: () => ({ undo: 'op', done: 1, failed: [] }),
  undoOperation: () => ({ undo: 'back', done: 1, failed: [] }),
})
const { useNotices } = await import('../../../../renderer/base/notices')
const { createPost } = await import('../../../../renderer/library/new-post/create-post')

beforeEach(() => {
  fake.called.length = 0
  whole = Promise.withResolvers()
})

test('a new post is written with its head, and the notice takes it back', async () => {
  const made = createPost('2024/trip.md', 'Trip', { slug: 'trip', today: '2024-03-05' }, [])
  await Promise.resolve()
  // Nothing is written from the first posts alone.
  expect(fake.called.map(({ name }) => name)).toEqual(['wholeSchema'])
  whole.resolve(emptySchema)
  await made
  expect(fake.called.slice(1)).toEqual([
    {
      name: 'createPost',
      args: ['2024/trip.md', { text: expect.stringContaining('title: Trip'), format: expect.anything() }],
    },
  ])
  const notice = useNotices.getState().notices.at(-1)
  expect(notice).toMatchObject({ text: 'Created 2024/trip.md.', action: { label: 'Undo' } })
  notice?.action?.run()
  expect(fake.called.at(-1)).toEqual({ name: 'undoOperation', args: ['op'] })
})
