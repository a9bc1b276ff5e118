import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { seal } from '../../../../electron/disk/sealed'
import type { FileStep } from '../../../../electron/posts/operations/file-step'
import { type OperationRecord, readRecord, writeRecord } from '../../../../electron/posts/operations/record'
import { operationsInFolder } from '../../../support/operations-in-folder'

const { at, text, operations, write } = operationsInFolder()
const fixtures = resolve(import.meta.dirname, '../../../fixtures/records')

const record = (steps: readonly FileStep[]): OperationRecord => ({
  id: '000000001-fixture',
  title: 'Rename a.md',
  afterCrash: 'finish',
  steps,
  made: [at('new')],
  emptied: [],
  anchors: [],
  before: 0,
  total: steps.length,
})
const begun = () => at('records/000000001-fixture/begun.record')
const read = () => readRecord(at('records'), { id: '000000001-fixture', isFinished: false })

test('a record comes back as it was written', async () => {
  const written = record([
    write('a', 'old\r\n', 'new\r\n'),
    { kind: 'move', from: at('a'), to: at('new/ä b') },
    { kind: 'create', path: at('empty'), bytes: Buffer.alloc(0) },
    { kind: 'trash', path: at('bytes'), bytes: Buffer.from([0, 255, 254]) },
  ])
  await writeRecord(at('records'), written)
  expect(await read()).toEqual({ kind: 'record', record: written })
})

test('whatever bit is flipped in a record, and wherever it is cut, nothing of it is used and it is kept aside', async () => {
  await writeRecord(at('records'), record([write('a', 'old', 'new')]))
  const whole = await readFile(begun())
  const damaged = [
    ...Array.from({ length: whole.length * 8 }, (_, bit) => {
      const bytes = Buffer.from(whole)
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      return bytes
    }).filter((_, bit) => bit % 7 === 0),
    ...Array.from({ length: whole.length }, (_, length) => whole.subarray(0, length)).filter(
      (_, index) => index % 11 === 0,
    ),
    Buffer.concat([whole, Buffer.from('x')]),
  ]
  for (const bytes of damaged) {
    await mkdir(at('records/000000001-fixture'), { recursive: true })
    await writeFile(begun(), bytes)
    const answer = await read()
    expect(answer).toEqual({ kind: 'damaged', keptAt: at('records/000000001-fixture.damaged') })
    expect(await readFile(at('records/000000001-fixture.damaged/begun.record'))).toEqual(bytes)
    await rm(at('records/000000001-fixture.damaged'), { recursive: true })
  }
})

describe('a record kept on the disk', () => {
  const recoverFrom = async (fixture: string) => {
    await cp(join(fixtures, fixture), at('records'), { recursive: true })
    return operations().recover()
  }

  test('of version 1, without a hash, is set aside and told, not used', async () => {
    const [found] = await recoverFrom('operation-1')
    expect(found).toMatchObject({ kind: 'damaged', keptAt: expect.stringMatching(/\.damaged$/) })
    expect((await readdir(at('records/000000001-fixture.damaged'))).sort()).toEqual(['begun.json', 'data'])
    expect(await operations().recover()).toEqual([])
  })

  test('of version 2 is read as it was written', async () => {
    await cp(join(fixtures, 'operation-2'), at('records'), { recursive: true })
    expect(await read()).toEqual({
      kind: 'record',
      record: {
        id: '000000001-fixture',
        title: 'Rename a.md',
        afterCrash: 'finish',
        steps: [
          { kind: 'write', path: '/blog/posts/a.md', before: Buffer.from('old'), after: Buffer.from('new') },
          { kind: 'move', from: '/blog/posts/a.md', to: '/blog/posts/new/b.md' },
        ],
        made: ['/blog/posts/new'],
        emptied: [],
        anchors: [{ path: '/blog/posts', identity: '1:2' }],
        before: 0,
        total: 2,
      },
    })
  })

  test('of a newer version is left alone, and told', async () => {
    const bytes = seal('postwright-operation', 3, Buffer.from('whatever that will be'))
    await mkdir(at('records/000000001-fixture'), { recursive: true })
    await writeFile(begun(), bytes)
    expect(await operations().recover()).toEqual([{ kind: 'newer' }])
    expect(await readFile(begun())).toEqual(bytes)
  })
})

test('what was damaged since is not taken back', async () => {
  await writeFile(at('a'), 'old')
  const steps = [write('a', 'old', 'new')]
  const { undo } = await operations().run({ title: 'Write', steps, afterCrash: 'leave' })
  const path = at(`records/${undo}/finished.record`)
  const bytes = await readFile(path)
  bytes[bytes.length - 4] = (bytes[bytes.length - 4] ?? 0) ^ 1
  await writeFile(path, bytes)
  await expect(operations().undo(undo ?? '')).rejects.toThrow(/damaged and was not used. It is in/)
  expect(await text('a')).toBe('new')
})
