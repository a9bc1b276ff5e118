import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { isRemote } from '../../../../electron/library/files/remote-disk'
import { type FolderWatch, watchFolder } from '../../../../electron/library/files/watch-folder'
import { withTempFolder } from '../../../support/temp-folder'

vi.mock('../../../../electron/library/files/remote-disk', () => ({ isRemote: vi.fn() }))

const temp = withTempFolder()
let watching: FolderWatch | null = null
afterEach(async () => {
  await watching?.close()
  watching = null
})

const watch = () => {
  const seen = { looks: 0, notes: [] as string[], paths: new Set<string>() }
  watching = watchFolder({
    root: join(temp(), 'posts'),
    onPaths: (paths) => {
      for (const path of paths) seen.paths.add(path)
    },
    onSettled: () => undefined,
    onLook: () => {
      seen.looks += 1
    },
    onNote: (note) => void seen.notes.push(note),
    onAvailable: () => undefined,
    times: { presence: 50, poll: 100 },
  })
  return seen
}

const failure = Object.assign(new Error('EIO: i/o error, statfs'), { code: 'EIO' })

test('a disk that does not say its kind is looked at again and again, and the log says why', async () => {
  mkdirSync(join(temp(), 'posts'))
  vi.mocked(isRemote).mockRejectedValueOnce(failure)
  const seen = watch()
  await watching?.ready()
  await vi.waitFor(() => expect(seen.looks).toBeGreaterThan(2), { timeout: 20_000 })
  expect(seen.notes).toEqual(['Watching by looking: EIO: i/o error, statfs'])
})

test('one that failed once sends its events when the folder is back', async () => {
  const posts = join(temp(), 'posts')
  mkdirSync(posts)
  vi.mocked(isRemote).mockRejectedValueOnce(failure).mockResolvedValue(false)
  const seen = watch()
  await watching?.ready()
  mkdirSync(join(temp(), 'other'))
  renameSync(posts, join(temp(), 'away'))
  renameSync(join(temp(), 'other'), posts)
  await vi.waitFor(
    () => {
      writeFileSync(join(posts, 'a.md'), String(seen.looks))
      expect([...seen.paths]).toContain('a.md')
    },
    { timeout: 20_000 },
  )
})
