import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { bundle } from './fault-tools'

/** Makes the saver a plain script that any user may run, for the tests of a file; the answer gives its path. */
export const withSaverScript = (): (() => string) => {
  let folder = ''
  let script = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'postwright-script-'))
    await chmod(folder, 0o755)
    script = await bundle('test/faults/saver.ts', folder)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return () => script
}
