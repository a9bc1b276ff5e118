import { beforeEach, expect, test, vi } from 'vitest'
import { installApi } from '../../../support/fake-api'

let answer: () => Promise<unknown>
installApi({
  planRename: (id: string, slug: string) => ({
    mark: 'm',
    id: `${slug}.md`,
    moves: [{ from: id, to: `${slug}.md` }],
    files: [],
    warnings: [],
  }),
  renamePost: () => answer(),
})
const { closeRename, openRename, rename, setRenameSlug, useRename } = await import(
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
