import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { FileStep } from '../../../../electron/posts/operations/file-step'
import { createOperations } from '../../../../electron/posts/operations/operations'
import { operationsInFolder } from '../../../support/operations-in-folder'

const { at, text, operations, write } = operationsInFolder()
const bytes = (text: string) => Buffer.from(text)

test('a step that fails takes the others back', async () => {
  await writeFile(at('a'), 'old')
  await writeFile(at('b'), 'old')
  const steps: FileStep[] = [write('a', 'old', 'new'), { kind: 'trash', path: at('b'), bytes: bytes('old') }]
  const failing = operations(() => Promise.reject(new Error('no bin')))
  await expect(failing.run({ title: 'Both', steps, afterCrash: 'finish' })).rejects.toThrow('no bin')
  expect([await text('a'), await text('b')]).toEqual(['old', 'old'])
  expect(await failing.recover()).toEqual([])
})

test('nothing is written where a file is not what the plan saw', async () => {
  await writeFile(at('a'), 'old')
  await writeFile(at('b'), 'other')
  const steps = [write('a', 'old', 'new'), write('b', 'old', 'new')]
  await expect(operations().run({ title: 'Both', steps, afterCrash: 'finish' })).rejects.toThrow(
    /changed on disk/,
  )
  expect([await text('a'), await text('b')]).toEqual(['old', 'other'])
})

test('a replace leaves what changed meanwhile, does the others and says so', async () => {
  await writeFile(at('a'), 'old')
  await writeFile(at('b'), 'other')
  const steps = [write('a', 'old', 'new'), write('b', 'old', 'new')]
  const result = await operations().run({ title: 'Both', steps, afterCrash: 'leave' })
  expect(result).toMatchObject({ done: 1, failed: [{ reason: expect.stringContaining('b changed') }] })
  expect([await text('a'), await text('b')]).toEqual(['new', 'other'])
})

test('nothing is moved onto what is there', async () => {
  await writeFile(at('a'), 'a')
  await writeFile(at('b'), 'b')
  const steps: FileStep[] = [{ kind: 'move', from: at('a'), to: at('b') }]
  await expect(operations().run({ title: 'Move', steps, afterCrash: 'finish' })).rejects.toThrow(
    /already exists/,
  )
  expect([await text('a'), await text('b')]).toEqual(['a', 'b'])
})

test('one that is stopped is taken back as far as it went', async () => {
  for (const name of ['a', 'b', 'c']) await writeFile(at(name), 'old')
  const stop = new AbortController()
  const result = await operations().run({
    title: 'All',
    steps: ['a', 'b', 'c'].map((name) => write(name, 'old', 'new')),
    afterCrash: 'leave',
    signal: stop.signal,
    onProgress: (done) => done === 2 && stop.abort(),
  })
  expect(result.done).toBe(2)
  expect([await text('a'), await text('b'), await text('c')]).toEqual(['new', 'new', 'old'])
  await operations().undo(result.undo ?? '')
  expect([await text('a'), await text('b'), await text('c')]).toEqual(['old', 'old', 'old'])
})

const blockNextRecord = () => {
  const under = readdirSync(at('records')).find((name) =>
    existsSync(join(at('records'), name, 'begun.record')),
  )
  writeFileSync(join(at('records'), under?.replace(/0$/, '1') ?? ''), 'in the way')
}

async function* parts(...all: FileStep[][]) {
  yield* all
}

test('an operation in parts has one progress and one undo, and is kept as one', async () => {
  const names = ['a', 'b', 'c', 'd']
  for (const name of names) await writeFile(at(name), 'old')
  const told: string[] = []
  const [a, b, c, d] = names.map((name) => write(name, 'old', 'new')) as [
    FileStep,
    FileStep,
    FileStep,
    FileStep,
  ]
  const { undo, done } = await operations().runInParts({
    title: 'All',
    parts: parts([a, b], [], [c], [d]),
    total: 4,
    onProgress: (count, total) => told.push(`${count}/${total}`),
  })
  expect([done, told]).toEqual([4, ['1/4', '2/4', '3/4', '4/4']])
  for (let n = 0; n < 19; n++) {
    const steps: FileStep[] = [{ kind: 'create', path: at(`new-${n}`), bytes: bytes('x') }]
    await operations().run({ title: 'New', steps, afterCrash: 'finish' })
  }
  await writeFile(at('c'), 'mine')
  const back = await operations().undo(undo ?? '')
  expect(back.done).toBe(3)
  expect(await Promise.all(names.map(text))).toEqual(['old', 'old', 'mine', 'old'])
  await operations().undo(back.undo ?? '')
  expect(await Promise.all(names.map(text))).toEqual(['new', 'new', 'mine', 'new'])
})

test('one in parts that is stopped, or cannot go on, is taken back as far as it went', async () => {
  for (const name of ['a', 'b', 'c']) await writeFile(at(name), 'old')
  const stop = new AbortController()
  const all = () => parts([write('a', 'old', 'new')], [write('b', 'old', 'new')], [write('c', 'old', 'new')])
  const stopped = await operations().runInParts({
    title: 'All',
    parts: all(),
    total: 3,
    signal: stop.signal,
    onProgress: (done) => done === 2 && stop.abort(),
  })
  expect([await text('a'), await text('b'), await text('c')]).toEqual(['new', 'new', 'old'])
  await operations().undo(stopped.undo ?? '')
  expect([await text('a'), await text('b'), await text('c')]).toEqual(['old', 'old', 'old'])

  // If the record of the second part cannot be written, its files are not written either.
  const failed = await operations().runInParts({
    title: 'All',
    parts: all(),
    total: 3,
    onProgress: (done) => done === 1 && blockNextRecord(),
  })
  expect(failed).toMatchObject({ done: 1, failed: [{ reason: expect.any(String) }] })
  expect([await text('a'), await text('b'), await text('c')]).toEqual(['new', 'old', 'old'])
})

test('a post that went to the bin comes back with its very bytes', async () => {
  await writeFile(at('a'), 'text\r\n')
  const steps: FileStep[] = [{ kind: 'trash', path: at('a'), bytes: bytes('text\r\n') }]
  const { undo } = await operations().run({ title: 'Bin', steps, afterCrash: 'leave' })
  await expect(text('a')).rejects.toThrow(/ENOENT/)
  await operations().undo(undo ?? '')
  expect(await text('a')).toBe('text\r\n')
})

test('taking back leaves what was changed since', async () => {
  await writeFile(at('a'), 'old')
  await writeFile(at('b'), 'old')
  const { undo } = await operations().run({
    title: 'Both',
    steps: [write('a', 'old', 'new'), write('b', 'old', 'new')],
    afterCrash: 'leave',
  })
  await writeFile(at('b'), 'mine')
  const back = await operations().undo(undo ?? '')
  expect(back.failed.map(({ reason }) => reason)).toEqual([expect.stringMatching(/^b changed/)])
  expect([await text('a'), await text('b')]).toEqual(['old', 'mine'])
  await expect(operations().undo(undo ?? '')).rejects.toThrow(/no longer/)
})

test('what was edited since is merged, like any outside change', async () => {
  const lines = (link: string, more = '') => `---\r\ntitle: x\r\n---\r\n[a](${link})\r\n\r\nwords${more}\r\n`
  await writeFile(at('links'), lines('old.md'))
  await writeFile(at('old.md'), 'text')
  const { undo } = await operations().run({
    title: 'Rename',
    steps: [
      write('links', lines('old.md'), lines('new.md')),
      { kind: 'move', from: at('old.md'), to: at('new.md') },
    ],
    afterCrash: 'finish',
  })
  await writeFile(at('links'), lines('new.md', ' and more'))
  const back = await operations().undo(undo ?? '')
  expect(back.failed).toEqual([])
  expect([await text('links'), await text('old.md')]).toEqual([lines('old.md', ' and more'), 'text'])
})

test('a move whose file went elsewhere since is not taken back in part', async () => {
  await writeFile(at('link'), 'old')
  await writeFile(at('post'), 'text')
  const { undo } = await operations().run({
    title: 'Move',
    steps: [write('link', 'old', 'new'), { kind: 'move', from: at('post'), to: at('there/post') }],
    afterCrash: 'finish',
  })
  await rename(at('there'), at('elsewhere'))
  await expect(operations().undo(undo ?? '')).rejects.toThrow(/Nothing was undone/)
  expect([await text('link'), await text('elsewhere/post')]).toEqual(['new', 'text'])
  await rename(at('elsewhere'), at('there'))
  await operations().undo(undo ?? '')
  expect([await text('link'), await text('post')]).toEqual(['old', 'text'])
})

test('the places that files left are told', async () => {
  await writeFile(at('post'), 'old')
  const left: (readonly string[])[] = []
  const all = createOperations({
    folder: at('records'),
    trash: (path) => rm(path),
    onLeft: (paths) => left.push(paths),
  })
  const { undo } = await all.run({
    title: 'Move',
    steps: [write('post', 'old', 'new'), { kind: 'move', from: at('post'), to: at('there') }],
    afterCrash: 'finish',
  })
  await all.undo(undo ?? '')
  expect(left).toEqual([[at('post')], [at('there')]])
})

test('the newest can be taken back though the clock was set back', async () => {
  await writeFile(at('a.md'), '0')
  const before = operations()
  for (let index = 0; index < 20; index++)
    await before.run({
      title: 'Write',
      steps: [write('a.md', `${index}`, `${index + 1}`)],
      afterCrash: 'leave',
    })
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 })
  try {
    const restarted = operations()
    await restarted.recover()
    const { undo } = await restarted.run({
      title: 'Write',
      steps: [write('a.md', '20', 'new')],
      afterCrash: 'leave',
    })
    await restarted.undo(undo ?? '')
    expect(await text('a.md')).toBe('20')
  } finally {
    vi.useRealTimers()
  }
})

test('a file that appears at the new name while a rename runs is left alone, and the rename is taken back', async () => {
  await writeFile(at('a'), 'old')
  await writeFile(at('links'), 'to a')
  const kept = createOperations({
    folder: at('records'),
    trash: (path) => rm(path),
    afterStep: (done) => done === 1 && writeFileSync(at('b'), 'theirs'),
  })
  const steps: FileStep[] = [write('links', 'to a', 'to b'), { kind: 'move', from: at('a'), to: at('b') }]
  await expect(kept.run({ title: 'Move', steps, afterCrash: 'finish' })).rejects.toThrow(/already/)
  expect([await text('a'), await text('b'), await text('links')]).toEqual(['old', 'theirs', 'to a'])
  expect(await kept.recover()).toEqual([])
})

test('the latest operations of a folder are listed with their titles, also after a restart', async () => {
  await writeFile(at('a'), 'old')
  await writeFile(at('b'), 'old')
  const change = (name: string) =>
    operations().run({ title: `Change ${name}`, steps: [write(name, 'old', 'new')], afterCrash: 'finish' })
  const first = await change('a')
  const second = await operations().runInParts({
    title: 'Change b',
    parts: parts([write('b', 'old', 'new')], [{ kind: 'create', path: at('c'), bytes: bytes('x') }]),
    total: 2,
  })
  const titles = async (root: string) => (await operations().recent([root])).map(({ title }) => title)
  expect(await operations().recent([at('')])).toEqual([
    { id: second.undo, title: 'Change b', timeMs: expect.any(Number) },
    { id: first.undo, title: 'Change a', timeMs: expect.any(Number) },
  ])
  expect(await titles(at('other'))).toEqual([])
  expect(await titles(`${at('')}-other`)).toEqual([])
  await operations().undo(first.undo ?? '')
  expect(await titles(at(''))).toEqual(['Undo: Change a', 'Change b'])
  expect(await text('a')).toBe('old')
  const [undone] = await operations().recent([at('')])
  await operations().undo(undone?.id ?? '')
  expect(await titles(at(''))).toEqual(['Change a', 'Change b'])
  expect(await text('a')).toBe('new')
})
