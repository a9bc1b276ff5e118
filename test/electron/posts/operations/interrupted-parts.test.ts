import { cp, mkdir, rm, symlink, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { anchorsOf } from '../../../../electron/posts/operations/anchors'
import type { FileStep } from '../../../../electron/posts/operations/file-step'
import { finishRecord, partName, writeRecord } from '../../../../electron/posts/operations/record'
import { recoveryNotice } from '../../../../electron/posts/operations/recovery-notice'
import { operationsInFolder } from '../../../support/operations-in-folder'

const { at, text, operations, write } = operationsInFolder()

const names = (count: number, from = 0) => Array.from({ length: count }, (_, n) => `posts/${from + n}.md`)

/** Writes posts in parts of `size`, and leaves what a crash after `cut` parts would leave. */
const cutShort = async (all: readonly string[], size: number, cut: number) => {
  await mkdir(at('posts'), { recursive: true })
  for (const name of all) await writeFile(at(name), 'old')
  const parts = async function* (): AsyncGenerator<readonly FileStep[]> {
    for (let from = 0; from < all.length; from += size) {
      if (from / size === cut) await keepMoment()
      yield all.slice(from, from + size).map((name) => write(name, 'old', 'new'))
    }
    if (cut * size >= all.length) await keepMoment()
  }
  await operations().runInParts({
    title: 'Replace old',
    parts: parts(),
    total: all.length,
    files: all.map(at),
  })
  await backToMoment()
}
const keepMoment = async () => {
  for (const folder of ['records', 'posts']) await cp(at(folder), at(`${folder}-then`), { recursive: true })
}
const backToMoment = async () => {
  for (const folder of ['records', 'posts']) {
    await rm(at(folder), { recursive: true })
    await cp(at(`${folder}-then`), at(folder), { recursive: true })
  }
}
const recover = () => operations().recover()

test('what was cut short between two parts is told, with the files that are done and those that are not', async () => {
  await cutShort(names(9), 3, 2)
  const [found, ...others] = await recover()
  expect(others).toEqual([])
  expect(found).toMatchObject({ kind: 'stopped', done: 6, total: 9 })
  if (found?.kind !== 'stopped') throw new Error('not told')
  expect(found.doneFiles).toEqual(['0.md', '1.md', '2.md', '3.md', '4.md', '5.md'])
  expect(found.otherFiles).toEqual(['6.md', '7.md', '8.md'])
  expect(recoveryNotice(found)).toEqual({
    kind: 'warning',
    text: '“Replace old” was interrupted after 6 of 9 files.',
    files: [
      ...['6.md', '7.md', '8.md'].map((name) => `${name}: unchanged`),
      ...['0.md', '1.md', '2.md', '3.md', '4.md', '5.md'].map((name) => `${name}: done`),
    ],
  })
  expect(await recover()).toEqual([])
  expect(await Promise.all(names(9).map(text))).toEqual([...Array(6).fill('new'), ...Array(3).fill('old')])
})

test('quotation marks in the title of an operation are single between those of the notice', () => {
  const found = {
    kind: 'stopped',
    title: 'Replace “a”',
    done: 1,
    total: 2,
    doneFiles: ['a.md'],
    otherFiles: [],
  } as const
  const stopped = { ...found, undo: '' } as unknown as Parameters<typeof recoveryNotice>[0]
  expect(recoveryNotice(stopped).text).toBe('“Replace ‘a’” was interrupted after 1 of 2 files. a.md: done.')
})

test.each([1, 2, 3])('%i parts of three: it is told once, and can be undone', async (part) => {
  await cutShort(names(9), 3, part)
  const found = await recover()
  expect(found).toHaveLength(part < 3 ? 1 : 0)
  const [first] = found
  if (first?.kind !== 'stopped') return
  const { done } = await operations().undo(first.undo)
  expect(done).toBe(part * 3)
  expect(new Set(await Promise.all(names(9).map(text)))).toEqual(new Set(['old']))
})

test('an operation that came to its end is not told, whatever it left alone', async () => {
  await mkdir(at('posts'))
  for (const name of names(4)) await writeFile(at(name), 'old')
  const parts = async function* (): AsyncGenerator<readonly FileStep[]> {
    yield names(2).map((name) => write(name, 'old', 'new'))
    await writeFile(at('posts/2.md'), 'theirs')
    yield names(2, 2).map((name) => write(name, 'old', 'new'))
  }
  const result = await operations().runInParts({ title: 'Replace', parts: parts(), total: 4 })
  expect(result).toMatchObject({ done: 3, failed: [{ step: { path: at('posts/2.md') } }] })
  expect(await recover()).toEqual([])
})

test('a post that is a link to one of the files is not told beside it', async () => {
  await mkdir(at('posts'))
  await writeFile(at('posts/real.md'), 'old')
  await symlink('real.md', at('posts/link.md'))
  await writeFile(at('posts/a.md'), 'old')
  const parts = async function* (): AsyncGenerator<readonly FileStep[]> {
    yield [write('posts/real.md', 'old', 'new')]
    await cp(at('records'), at('records-then'), { recursive: true })
  }
  const files = ['posts/link.md', 'posts/a.md'].map(at)
  await operations().runInParts({ title: 'Replace', parts: parts(), total: 2, files })
  await rm(at('records'), { recursive: true })
  await cp(at('records-then'), at('records'), { recursive: true })
  expect(await recover()).toMatchObject([{ doneFiles: ['real.md'], otherFiles: ['a.md'] }])
})

const record = async (id: string, from: number, before: number): Promise<void> => {
  const steps = names(3, from).map((name) => write(name, 'old', 'new'))
  const folders = { made: [], emptied: [], anchors: await anchorsOf(steps) }
  const all = { title: 'Replace old', afterCrash: 'leave' as const, before, total: 6 }
  await writeRecord(at('records'), { id, steps, ...folders, ...all })
}

test('cut short in a part, with files of it changed since: those are told as neither', async () => {
  await mkdir(at('posts'))
  const texts = ['new', 'went on', 'new', 'new', 'theirs', 'old']
  for (const [index, words] of texts.entries()) await writeFile(at(`posts/${index}.md`), words)
  await record(partName('1', 0), 0, 0)
  await record(partName('1', 3), 3, 3)
  await finishRecord(at('records'), partName('1', 0))
  expect(await recover()).toMatchObject([
    { kind: 'stopped', done: 4, doneFiles: ['0.md', '2.md', '1.md', '3.md'], otherFiles: ['5.md'] },
  ])
})
