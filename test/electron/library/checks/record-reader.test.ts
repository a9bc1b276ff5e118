import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { ReadRecord } from '../../../../electron/library/checks/read-record'
import { type RecordReader, readRecords } from '../../../../electron/library/checks/record-reader'

const ids = Array.from({ length: 1001 }, (_, at) => `post-${at}.md`)
const failed = (id: string): ReadRecord => ({ kind: 'failed', id, message: 'x' })
const idsOf = (records: readonly ReadRecord[]) =>
  records.flatMap((read) => (read.kind === 'failed' ? [read.id] : []))
const slow =
  (log: string[], who: string, ms: number): RecordReader['read'] =>
  async (part) => {
    log.push(`${who} ${part[0]}`)
    await setTimeout(ms)
    return part.map(failed)
  }
const all = async (reader: RecordReader) => {
  const found: string[] = []
  for await (const records of readRecords(reader, ids)) found.push(...idsOf(records))
  return found
}

test('records come in the order of their ids, whoever reads them and however long that takes', async () => {
  const log: string[] = []
  const readHere: RecordReader['read'] = async (part) => {
    log.push(`here ${part[0]}`)
    return part.map(failed)
  }
  const reader = { ahead: 2, read: slow(log, 'thread', 5), readHere, close: () => undefined }
  expect(await all(reader)).toEqual(ids)
  expect(log.filter((line) => line.startsWith('here')).length).toBeGreaterThan(2)
  expect(log.filter((line) => line.startsWith('thread')).length).toBeGreaterThan(0)
})

test('a thread that gives no answer lets only so much be read ahead', async () => {
  let read = 0
  const readHere: RecordReader['read'] = async (part) => {
    read += part.length
    return part.map(failed)
  }
  const many = Array.from({ length: 20_000 }, (_, at) => `post-${at}.md`)
  const held = Promise.withResolvers<readonly ReadRecord[]>()
  const reader = { ahead: 1, read: () => held.promise, readHere, close: () => undefined }
  const first = readRecords(reader, many).next()
  await setTimeout(100)
  expect(read).toBeLessThan(2000)
  held.resolve([])
  await first
})

test('what fails in a thread is told to who reads on', async () => {
  const readHere: RecordReader['read'] = async (part) => part.map(failed)
  const read: RecordReader['read'] = async () => {
    await setTimeout(5)
    throw new Error('The thread ended')
  }
  await expect(all({ ahead: 2, read, readHere, close: () => undefined })).rejects.toThrow('The thread ended')
})

test('without a thread of its own all waits for the reader', async () => {
  const log: string[] = []
  expect(await all({ ahead: 3, read: slow(log, 'thread', 0), close: () => undefined })).toEqual(ids)
})
