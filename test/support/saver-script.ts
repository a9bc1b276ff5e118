import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll } from 'vitest'
import { bundle } from './fault-tools'

const saveWorker = 'electron/posts/save-worker.ts'

/** Makes one of our modules a plain script that any user may run, for the tests of a file; the answer gives its path. */
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

/** The script that saves a post again and again, with the thread of the app beside it. */
export const withSaverScript = (worker = saveWorker): (() => string) => {
  const script = withScript('test/faults/saver.ts')
  beforeAll(async () => {
    await bundleSaveWorker(dirname(script()), worker)
  })
  return script
}

/** The thread that saves posts, as a plain script; the answer starts one. */
export const withSaveWorker = (): (() => Worker) => {
  let folder = ''
  let script = ''
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'postwright-script-'))
    script = await bundleSaveWorker(folder)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))
  return () => new Worker(script)
}

/** Puts that thread beside a script that starts it. */
export const bundleSaveWorker = (folder: string, worker = saveWorker): Promise<string> =>
  bundle(worker, folder, [], 'save-worker.mjs')
