import { beforeEach, expect, test, vi } from 'vitest'
import type { ReplaceRequest } from '../../../../shared/ipc/file-calls'
import { installApi } from '../../../support/fake-api'

const fake = installApi({
  planReplace: ({ replacement: by }: ReplaceRequest) =>
    by === 'jam' ? [] : ['a', 'b'].map((id) => ({ id, revision: `${id}1`, places: 1 })),
  replaceInPosts: (_request: ReplaceRequest, shown: unknown[]) => ({
    undo: 'op',
    done: shown.length,
    failed: [],
  }),
  stopOperation: () => undefined,
})
const { useNotices } = await import('../../../../renderer/base/notices')
const { setQuery } = await import('../../../../renderer/library/state/library-store')
const { canReplace, closeReplace, leaveOut, openReplace, replaceAll, setReplacement, useReplace } =
  await import('../../../../renderer/library/replace/store')

const options = { wholeWord: false, matchCase: false, regex: false }
const pass = () => vi.advanceTimersByTimeAsync(500)

beforeEach(async () => {
  vi.useFakeTimers()
  closeReplace()
  fake.called.length = 0
  setQuery(' jam ')
  await openReplace()
})

test('the words in the search field are replaced, but for a post that is left out', async () => {
  setReplacement('marmalade')
  await pass()
  leaveOut('a', true)
  await replaceAll()
  expect(fake.called.at(-1)).toEqual({
    name: 'replaceInPosts',
    args: [expect.objectContaining({ text: 'jam', replacement: 'marmalade' }), [{ id: 'b', revision: 'b1' }]],
  })
  expect(useReplace.getState().request).toBeNull()
  expect(useNotices.getState().notices.at(-1)).toMatchObject({
    text: 'Replaced “jam” in 1 of 1 post.',
    action: { label: 'Undo' },
  })
})

test('conditions alone find posts, but nothing to replace', () => {
  const found = { hits: [{ id: 'a', title: 'A', matches: 0, lines: [] }], options }
  expect(canReplace('tag:docker', found)).toBe(false)
  expect(canReplace('tag:docker jam', found)).toBe(true)
  expect(canReplace('tag:docker', { ...found, options: { ...options, regex: true } })).toBe(true)
  expect(canReplace('jam', { hits: [], options })).toBe(false)
})

test('nothing is written without a plan', async () => {
  setReplacement('marmalade')
  await replaceAll()
  expect(fake.called).toEqual([])
  setReplacement('jam')
  await pass()
  expect(useReplace.getState().plan).toEqual([])
})
