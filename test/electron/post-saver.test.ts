import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { beforeEach, expect, test } from 'vitest'
import { writeAtomically } from '../../electron/posts/atomic-write'
import { readPost } from '../../electron/posts/post-file'
import { createPostSaver, type PostSaver } from '../../electron/posts/post-saver'
import { revisionOf } from '../../electron/posts/revision'
import { sweepTempFiles } from '../../electron/posts/temp-files'
import type { PostToSave } from '../../shared/post'
import { withSaveWorker } from '../support/saver-script'
import { withTempFolder } from '../support/temp-folder'

const tempFolder = withTempFolder()
const startWorker = withSaveWorker()
let root = ''
let workers: Worker[] = []
let saver: PostSaver

beforeEach(async () => {
  root = join(tempFolder(), 'posts')
  await mkdir(root)
  await writeFile(at('a.md'), 'old\n')
  workers = []
  saver = createPostSaver(() => {
    const worker = startWorker()
    workers.push(worker)
    return worker
  })
})

const at = (id: string): string => join(root, id)
const textOf = (id: string): Promise<string> => readFile(at(id), 'utf8')
const edited = async (id: string, text: string, folder = root): Promise<PostToSave> => {
  const { format, revision } = await readPost(folder, id)
  return { text, format, base: revision }
}
const names = async () => (await readdir(root)).sort()
const untilTemp = async (): Promise<void> => {
  while (!(await names()).some((name) => name.endsWith('.tmp'))) await stat(root)
}

/** Something that is waited for until the test lets it happen. */
const gate = () => {
  let open = (): void => undefined
  const opened = new Promise<undefined>((resolve) => {
    open = () => resolve(undefined)
  })
  return { open, opened }
}

test('keeps what is replaced before it is, and tells what was written', async () => {
  const kept: string[] = []
  const written: string[] = []
  const result = await saver.save(root, 'a.md', await edited('a.md', 'new\n'), {
    keep: async (revision, bytesOf) => {
      const bytes = await bytesOf()
      expect(revisionOf(bytes)).toBe(revision)
      kept.push(Buffer.from(bytes).toString(), await textOf('a.md'))
      return 'No room for history.'
    },
    written: async (revision, bytes) => {
      expect(revisionOf(bytes)).toBe(revision)
      written.push(Buffer.from(bytes).toString())
    },
  })
  expect([kept, written]).toEqual([['old\n', 'old\n'], ['new\n']])
  expect(result).toMatchObject({ kind: 'saved', note: 'No room for history.' })
  expect(await names()).toEqual(['a.md'])
})

test('what was written is not touched while somebody needs it, and its memory is used again after', async () => {
  const { open, opened } = gate()
  let first: Uint8Array = new Uint8Array()
  const rooms: [length: number, isKept: boolean][] = []
  await saver.save(root, 'a.md', await edited('a.md', 'first\n'), {
    written: async (_revision, bytes) => {
      first = bytes
      await opened
    },
  })
  await saver.save(root, 'a.md', await edited('a.md', 'the second\n'))
  expect(Buffer.from(first).toString()).toBe('first\n')
  open()
  for (const text of ['third\n', 'fourth\n'])
    await saver.save(root, 'a.md', await edited('a.md', text), {
      written: async (_revision, bytes) => {
        rooms.push([bytes.length, bytes.buffer.byteLength > 100_000])
      },
    })
  expect(await textOf('a.md')).toBe('fourth\n')
  expect(rooms).toEqual([
    [6, true],
    [7, true],
  ])
})

test('texts of all kinds arrive as they are', async () => {
  const texts = ['', 'ä–“日本”🙂\n'.repeat(30_000), 'x\n'.repeat(1_000_000), 'y'.repeat(7_000_000), 'short']
  for (const text of texts) {
    expect(await saver.save(root, 'a.md', await edited('a.md', text))).toMatchObject({ kind: 'saved' })
    expect((await textOf('a.md')) === text).toBe(true)
  }
})

test('saves of one post come in the order of the calls, each based on the one before', async () => {
  const { format, revision } = await readPost(root, 'a.md')
  const texts = Array.from({ length: 20 }, (_, count) => `${count}\n`.repeat(1 + (count % 3) * 60_000))
  const bases = [revision, ...texts.map((text) => revisionOf(Buffer.from(text)))]
  const results = await Promise.all(
    texts.map((text, index) => saver.save(root, 'a.md', { text, format, base: bases[index] ?? null })),
  )
  expect(results.map(({ kind }) => kind)).toEqual(texts.map(() => 'saved'))
  expect(await textOf('a.md')).toBe(texts.at(-1))
  expect(await names()).toEqual(['a.md'])
})

test('two saves by two names of one file: one wins, the other learns it', async () => {
  await symlink('a.md', at('link.md'))
  const [mine, theirs] = [await edited('a.md', 'mine'), await edited('link.md', 'theirs')]
  const results = await Promise.all([saver.save(root, 'a.md', mine), saver.save(root, 'link.md', theirs)])
  expect(results.map(({ kind }) => kind).sort()).toEqual(['conflict', 'saved'])
})

test('many posts at once', async () => {
  const ids = Array.from({ length: 30 }, (_, index) => `${index}.md`)
  for (const id of ids) await writeFile(at(id), id)
  const posts = await Promise.all(ids.map((id) => edited(id, `new ${id}`)))
  const results = await Promise.all(posts.map((post, index) => saver.save(root, ids[index] ?? '', post)))
  expect(results.every(({ kind }) => kind === 'saved')).toBe(true)
  expect(await Promise.all(ids.map(textOf))).toEqual(ids.map((id) => `new ${id}`))
})

test('a write of the same file from here waits for the save of the thread', async () => {
  const ends: string[] = []
  let other: Promise<unknown> = Promise.resolve()
  const result = await saver.save(root, 'a.md', await edited('a.md', 'from the thread\n'), {
    keep: async () => {
      await untilTemp()
      other = writeAtomically(at('a.md'), Buffer.from('from here\n')).then(() => ends.push('here'))
      return undefined
    },
    written: async () => {
      ends.push('thread')
    },
  })
  await other
  expect([result.kind, ends, await textOf('a.md')]).toEqual(['saved', ['thread', 'here'], 'from here\n'])
})

test('the sweep never takes the file the thread is writing', async () => {
  const result = await saver.save(root, 'a.md', await edited('a.md', 'new\n'), {
    keep: async () => {
      await untilTemp()
      expect(await sweepTempFiles(root)).toEqual([])
      return undefined
    },
  })
  expect(result).toMatchObject({ kind: 'saved' })
})

test('a thread that dies over a save: the save is done without it, nothing is left, the next has a new one', async () => {
  const killed: number[] = []
  const result = await saver.save(root, 'a.md', await edited('a.md', 'new\n'), {
    keep: async () => {
      await untilTemp()
      if (killed.length === 0) killed.push((await workers[0]?.terminate()) ?? -1)
      return undefined
    },
  })
  expect(killed).toEqual([1])
  expect(result).toMatchObject({ kind: 'saved' })
  expect(await textOf('a.md')).toBe('new\n')
  expect(await names()).toEqual(['a.md'])
  expect(await saver.save(root, 'a.md', await edited('a.md', 'next\n'))).toMatchObject({ kind: 'saved' })
  expect(workers).toHaveLength(2)
})

test('a thread that dies over a file that cannot be saved: the reason is told', async () => {
  const post = await edited('a.md', 'new\n')
  const result = await saver.save(root, 'a.md', post, {
    keep: async () => {
      await untilTemp()
      await chmod(at('a.md'), 0o444)
      await workers[0]?.terminate()
      return undefined
    },
  })
  expect(result).toMatchObject({
    kind: 'failed',
    reason: 'read-only',
    message: expect.stringMatching(/a\.md/),
  })
  expect(await textOf('a.md')).toBe('old\n')
})

test.each([
  ['throws', () => new Worker('throw new Error("broken")', { eval: true })],
  ['ends', () => new Worker('process.exit(0)', { eval: true })],
  [
    'is refused',
    (): Worker => {
      throw new Error('no more threads')
    },
  ],
])('a thread that %s at its start: saved without it', async (_how, start) => {
  const broken = createPostSaver(start)
  for (const text of ['one\n', 'two\n'])
    expect(await broken.save(root, 'a.md', await edited('a.md', text))).toMatchObject({ kind: 'saved' })
  expect(await textOf('a.md')).toBe('two\n')
})

test('a save that does not end holds up none in another folder; what is under way is waited for', async () => {
  const other = join(tempFolder(), 'other')
  await mkdir(other)
  await writeFile(join(other, 'b.md'), 'old\n')
  const { open, opened } = gate()
  const stuck = saver.save(root, 'a.md', await edited('a.md', 'new\n'), { keep: () => opened })
  await untilTemp()
  let settled = false
  const all = saver.settled().then(() => {
    settled = true
  })
  expect(await saver.save(other, 'b.md', await edited('b.md', 'new\n', other))).toMatchObject({
    kind: 'saved',
  })
  expect([workers.length, settled, await textOf('a.md')]).toEqual([2, false, 'old\n'])
  open()
  await all
  expect(await textOf('a.md')).toBe('new\n')
  expect(await stuck).toMatchObject({ kind: 'saved' })
})

test('the thread of a folder that was left ends', async () => {
  const other = join(tempFolder(), 'other')
  await mkdir(other)
  saver.prepare(root)
  const ended = new Promise((resolve) => workers[0]?.once('exit', resolve))
  saver.prepare(other)
  await ended
  await rm(other, { recursive: true })
})
