import { beforeEach, expect, test, vi } from 'vitest'
import { installApi } from '../../../support/fake-api'
import { summary } from '../../../support/posts'

const asked: string[] = []
installApi({
  planMove: (_id: string, folder: string) => {
    asked.push(folder)
    return { mark: 'm', id: `${folder}/a.md`, moves: [], files: [], warnings: [] }
  },
})
const { openMove, setMoveFolder, useMove } = await import('../../../../renderer/library/rename/move-store')
const { useLibrary } = await import('../../../../renderer/library/state/library-store')

beforeEach(async () => {
  vi.useFakeTimers()
  asked.length = 0
  useLibrary.setState({ posts: [summary('a.md'), summary('aux/old.md')] })
  await openMove('a.md')
})

const typed = async (folder: string) => {
  setMoveFolder(folder)
  await vi.advanceTimersByTimeAsync(500)
  return useMove.getState().problem
}

test.each(['con', 'talks/nul', 'talks/aux.d/2024', 'trailing.', 'a:b'])(
  'a new folder %s, which Windows cannot hold, is refused',
  async (folder) => {
    expect(await typed(folder)).not.toBe('')
    expect(asked).toEqual([])
  },
)

test.each(['talks', 'talks/2024', 'aux', 'console'])(
  'a folder %s is planned: it is there, or every disk can hold it',
  async (folder) => {
    expect(await typed(folder)).toBe('')
    expect(asked.at(-1)).toBe(folder)
  },
)
