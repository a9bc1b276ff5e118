import { existsSync } from 'node:fs'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { FileStep } from '../../../../electron/posts/operations/file-step'
import type { Operations } from '../../../../electron/posts/operations/operations'
import { writeRecord } from '../../../../electron/posts/operations/record'
import { operationsInFolder } from '../../../support/operations-in-folder'

const { at, text, operations, write } = operationsInFolder()
const bytes = (text: string) => Buffer.from(text)

test('a record that was never wholly written had not begun', async () => {
  await mkdir(at('records/x'), { recursive: true })
  await writeFile(at('records/x/data'), 'abc')
  await writeFile(at('records/x/begun.record.new'), '{"id"')
  expect(await operations().recover()).toEqual([])
})

test('a record that another operation is writing is left alone by those that end meanwhile', async () => {
  await mkdir(at('records/0zz-writing'), { recursive: true })
  await writeFile(at('records/0zz-writing/data'), 'half')
  await writeFile(at('a'), 'old')
  const { undo } = await operations().run({
    title: 'Other',
    steps: [write('a', 'old', 'new')],
    afterCrash: 'finish',
  })
  await operations().undo(undo ?? '')
  expect(existsSync(at('records/0zz-writing/data'))).toBe(true)
  await operations().recover()
  expect(existsSync(at('records/0zz-writing'))).toBe(false)
})

const crashed = (title: string, steps: readonly FileStep[]) =>
  writeRecord(at('records'), {
    id: '000000001-crashed',
    title,
    afterCrash: 'finish',
    steps,
    made: [],
    emptied: [],
    anchors: [],
    before: 0,
    total: steps.length,
  })

const recoverUntil = async (kept: Operations, end: Promise<unknown>) => {
  let ended = false
  const whatever = () => {
    ended = true
  }
  end.then(whatever, whatever)
  const found: unknown[] = []
  while (!ended) found.push(...(await kept.recover()))
  return found
}

test('a page that is reloaded recovers nothing of an operation whose record is being written', async () => {
  const large = Buffer.alloc(20_000_000, 'x') // writing it takes long, so many recoveries find it half written
  const kept = operations()
  const running = kept.run({
    title: 'Copy',
    steps: [{ kind: 'create', path: at('a'), bytes: large }],
    afterCrash: 'finish',
  })
  expect(await recoverUntil(kept, running)).toEqual([])
  const { undo } = await running
  await kept.undo(undo ?? '')
  expect(existsSync(at('a'))).toBe(false)
})

test('a page that is reloaded recovers nothing of an operation that is under way', async () => {
  await writeFile(at('a'), 'old')
  await writeFile(at('b'), 'old')
  const found: unknown[] = []
  const kept = operations(async (path) => {
    found.push(...(await kept.recover()))
    await rm(path)
  })
  const steps: FileStep[] = [{ kind: 'trash', path: at('a'), bytes: bytes('old') }, write('b', 'old', 'new')]
  const { undo, done } = await kept.run({ title: 'Both', steps, afterCrash: 'leave' })
  expect([found, done]).toEqual([[], 2])
  await kept.undo(undo ?? '')
  expect([await text('a'), await text('b')]).toEqual(['old', 'old'])
})

test('what a failure left half done is recovered by the next page', async () => {
  await writeFile(at('a'), 'old')
  await writeFile(at('b'), 'old')
  let hasBin = false
  const kept = operations(async (path) => {
    if (hasBin) return rm(path)
    await writeFile(at('a'), 'mine') // it blocks the undo
    throw new Error('no bin')
  })
  const steps: FileStep[] = [write('a', 'old', 'new'), { kind: 'trash', path: at('b'), bytes: bytes('old') }]
  await expect(kept.run({ title: 'Both', steps, afterCrash: 'finish' })).rejects.toThrow(/halfway/)
  hasBin = true
  expect(await kept.recover()).toMatchObject([
    { title: 'Both', left: [expect.stringContaining('a changed')] },
  ])
  expect(existsSync(at('b'))).toBe(false)
})

test('pages that are reloaded quickly recover a thing once', async () => {
  await writeFile(at('a'), 'old')
  await crashed('Bin', [{ kind: 'trash', path: at('a'), bytes: bytes('old') }])
  const trashed: string[] = []
  const kept = operations(async (path) => {
    trashed.push(path)
    await new Promise((go) => setTimeout(go, 20))
    await rm(path)
  })
  const [first, second] = await Promise.all([kept.recover(), kept.recover()])
  expect([first.length, second, trashed]).toEqual([1, [], [at('a')]])
})
