import { readFileSync } from 'node:fs'
import { access, open } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import { readPost, savePost } from '../../electron/posts/post-file'
import { createPostSaver } from '../../electron/posts/post-saver'

// A process of its own that saves a post again and again, as the app would, and tells each answer as a line of JSON.
// Arguments: posts folder, post id, number of saves, bytes of each, and optionally a file that says when to start and
// `here` for saves without the thread, as they are where a save is not plain.

const [root = '', id = '', saves = '1', size = '1000', gate = '', way = 'thread'] = process.argv.slice(2)

const tell = (answer: unknown): void => {
  process.stdout.write(`${JSON.stringify(answer)}\n`)
}

const isOpen = (): boolean => {
  try {
    return gate === '' || readFileSync(gate).length >= 0
  } catch {
    return false // not there yet
  }
}

/** A text that says which save it is at every place, so that a mixture of two is seen. */
const textOf = (count: number): string => {
  const line = `save ${count} of process ${process.pid}\n`
  return line.repeat(Math.ceil(Number(size) / line.length))
}

const saver = createPostSaver(() => new Worker(join(import.meta.dirname, 'save-worker.mjs')))
const save = way === 'here' ? savePost : saver.save

/** What `count-up` does for the thread, for the one thread of the pool. */
const countUp = async (): Promise<void> => {
  for (let count = 0; count < 1000; count++) {
    await access('/dev/null')
    const file = await open('/dev/null')
    await file.stat()
    await file.close()
  }
}

if (way === 'here') await countUp()
tell({ kind: 'ready' })
while (!isOpen()) await sleep(5)
for (let count = 1; count <= Number(saves); count++) {
  const { format, revision } = await readPost(root, id)
  const { kind, ...rest } = await save(root, id, { text: textOf(count), format, base: revision })
  tell({ kind, count, ...('message' in rest ? rest : {}) })
}
