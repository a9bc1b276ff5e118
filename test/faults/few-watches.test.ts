import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bundle, can, hasStrace, runScript } from '../support/fault-tools'
import { withTempFolder } from '../support/temp-folder'

const folder = withTempFolder()
const cache = resolve(import.meta.dirname, '../../.cache')
let scripts = ''
let script = ''

beforeAll(async () => {
  await mkdir(cache, { recursive: true })
  scripts = await mkdtemp(join(cache, 'watcher-script-')) // below the root, where the watcher's native part is found
  script = await bundle('test/faults/watcher.ts', scripts, ['@parcel/watcher'])
})
afterAll(() => rm(scripts, { recursive: true, force: true }))

const watchWithout = async (call: string, error: string) => {
  const faults = ['-e', 'trace=inotify_init1,inotify_add_watch', '-e', `inject=${call}:error=${error}`]
  const under = ['strace', '-f', '-qq', '-o', '/dev/null', ...faults]
  const { answers, ended } = runScript(script, [folder()], under)
  return { ...(await ended), answers }
}

test('the system has no watches left: the folder is looked at again and again instead, and a note says why', async (context) => {
  if (!can('making system calls fail (strace)', hasStrace)) context.skip()
  const lookingBecause = (reason: RegExp) => ({
    code: 0,
    errors: '',
    answers: [
      { kind: 'note', message: expect.stringMatching(reason) },
      { kind: 'ready' },
      { kind: 'look' }, // by polling: no event was possible
    ],
  })
  const [noWatches, noInstances] = await Promise.all([
    watchWithout('inotify_add_watch', 'ENOSPC'),
    watchWithout('inotify_init1', 'EMFILE'),
  ])
  expect(noWatches).toMatchObject(lookingBecause(/ENOSPC/))
  expect(noInstances).toMatchObject(lookingBecause(/EMFILE/))
})
