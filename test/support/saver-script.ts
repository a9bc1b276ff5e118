import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll } from 'vitest'
import { bundle } from './fault-tools'

/** Bundles a module as a script any user may run, for the tests of a file. Returns a getter of its path. */
export const withScript = (entry: string, outside: readonly string[] = []): (() => string) => {
  let folder = ''
  let script = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'postwright-script-'))
    await chmod(folder, 0o755)
    script = await bundle(entry, folder, outside)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return () => script
}

/** The script that saves a post repeatedly. */
export const withSaverScript = (): (() => string) => withScript('test/faults/saver.ts')
