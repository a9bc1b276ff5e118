import { beforeEach, expect, test, vi } from 'vitest'
import { installApi } from '../../../support/fake-api'

let asked: unknown[] = []
let answer: () => Promise<unknown>
installApi({
  planRename: (id: string, slug: string) => ({
    mark: 'm',
    id: `${slug}.md`,
    moves: [{ from: id, to: `${slug}.md` }],
    files: [
      { path: 'posts/b.md', id: 'b.md', changes: [{ key: 'posts/b.md:3' }] },
      { path: 'data/nav.yml', id: null, changes: [{ key: 'data/nav.yml:5' }, { key: 'data/nav.yml:9' }] },
    ],
    warnings: [],
  }),
  renamePost: (...args: unknown[]) => {
    asked = args
    return answer()
  },
})
const { closeRename, leaveOutOfRename, openRename, rename, setRenameSlug, useRename } = await import(
  '../../../../renderer/library/rename/rename-store'
)

beforeEach(async () => {
  vi.useFakeTimers()
  closeRename()
  await openRename('a.md', 'a')
  setRenameSlug('b')
  await vi.advanceTimersByTimeAsync(500)
})

test('the key of the command, pressed in the dialog, does not make it one about another post', async () => {
  await openRename('shown.md', 'shown')
  expect(useRename.getState()).toMatchObject({
    request: { id: 'a.md', slug: 'b' },
    plan: { id: 'b.md' },
  })
})

test('a dialog whose files are being moved stays to say what became of them', async () => {
  const { promise, reject } = Promise.withResolvers<unknown>()
  answer = () => promise
  const done = rename()
  closeRename()
  expect(useRename.getState().request?.id).toBe('a.md')
  reject(new Error('The disk is full.'))
  await done
  expect(useRename.getState()).toMatchObject({
    request: { id: 'a.md' },
    running: false,
    problem: 'The disk is full.',
  })
  closeRename()
  expect(useRename.getState().request?.id).toBeUndefined()
})

test('changes outside the posts are made where the writer agrees, and only there', async () => {
  expect([...useRename.getState().excluded]).toEqual(['data/nav.yml:5', 'data/nav.yml:9'])
  leaveOutOfRename(['data/nav.yml:9'], false)
  setRenameSlug('c')
  await vi.advanceTimersByTimeAsync(500)
  expect([...useRename.getState().excluded]).toEqual(['data/nav.yml:5'])
  answer = async () => ({ undo: null, done: 0, failed: [] })
  await rename()
  expect(asked.at(-1)).toEqual(['data/nav.yml:5'])
  await openRename('a.md', 'a')
  setRenameSlug('b')
  await vi.advanceTimersByTimeAsync(500)
  expect(useRename.getState().excluded.size).toBe(2)
})
