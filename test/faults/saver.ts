import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { readPost, savePost } from '../../electron/posts/post-file'

// A process of its own that saves a post again and again, as the app would, and tells each answer as a line of JSON.
// Arguments: posts folder, post id, number of saves, bytes of each, and optionally a file that says when to start.

const [root = '', id = '', saves = '1', size = '1000', gate] = process.argv.slice(2)

const tell = (answer: unknown): void => {
  process.stdout.write(`${JSON.stringify(answer)}\n`)
}

const isOpen = (): boolean => {
  try {
    return gate === undefined || readFileSync(gate).length >= 0
  } catch {
    return false // it does not exist yet
  }
}

/** A text with the number of the save throughout, so that a mixture of two is detected. */
const textOf = (count: number): string => {
  const line = `save ${count} of process ${process.pid}\n`
  return line.repeat(Math.ceil(Number(size) / line.length))
}

tell({ kind: 'ready' })
while (!isOpen()) await sleep(5)
for (let count = 1; count <= Number(saves); count++) {
  const { format, revision } = await readPost(root, id)
  const { kind, ...rest } = await savePost(root, id, { text: textOf(count), format, base: revision })
  tell({ kind, count, ...('message' in rest ? rest : {}) })
}
