import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach } from 'vitest'

/** A new folder for each test of a file, removed afterwards. Returns a getter of its path. */
export const withTempFolder = (): (() => string) => {
  let path = ''
  beforeEach(async () => {
    path = await mkdtemp(join(tmpdir(), 'postwright-'))
  })
  afterEach(() => rm(path, { recursive: true, force: true, maxRetries: 5 }))
  return () => path
}
