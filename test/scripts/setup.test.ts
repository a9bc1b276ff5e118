import { expect, test } from 'vitest'
import { authorityEntry } from '../../scripts/run/display.mjs'
import { checkNode } from '../../scripts/setup.mjs'

test('Node 20.19 and newer may run the set-up', () => {
  for (const version of ['20.19.0', '20.20.2', '22.0.0', '24.15.0'])
    expect(() => checkNode(version)).not.toThrow()
  for (const version of ['18.20.0', '20.18.3']) expect(() => checkNode(version)).toThrow(/20\.19 or newer/)
})

test('the record of the virtual display holds its cookie', () => {
  const cookie = Buffer.alloc(16, 7)
  const entry = authorityEntry(cookie)
  expect(entry.readUInt16BE(0)).toBe(0xffff)
  expect(entry.includes('MIT-MAGIC-COOKIE-1')).toBe(true)
  expect(entry.subarray(-18)).toEqual(Buffer.concat([Buffer.from([0, 16]), cookie]))
})
