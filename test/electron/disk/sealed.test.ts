import { expect, test } from 'vitest'
import { seal, sealParts, unseal } from '../../../electron/disk/sealed'

const large = Array.from({ length: 40 }, (_, n) => Buffer.alloc(100_003, n))

test.each([
  ['nothing', []],
  ['one part', [Buffer.from('one')]],
  ['parts that are empty', [Buffer.alloc(0), Buffer.from('two'), Buffer.alloc(0)]],
  ['more than is joined at once', large],
] as const)('%s in parts is what it is as a whole', async (_, parts) => {
  const pieces = await sealParts('thing', 3, parts)
  const bytes = Buffer.concat(pieces)
  expect(bytes.equals(seal('thing', 3, Buffer.concat(parts)))).toBe(true)
  expect(unseal('thing', 3, bytes)).toMatchObject({ kind: 'whole', version: 3 })
  expect(unseal('thing', 2, bytes)).toEqual({ kind: 'newer', version: 3 })
})

test('others are let in between', async () => {
  let turns = 0
  const timer = setInterval(() => turns++, 0)
  const pieces = await sealParts('thing', 1, large)
  clearInterval(timer)
  expect(pieces.length).toBeGreaterThan(3)
  expect(turns).toBeGreaterThan(0)
})

test('one changed byte is damage', async () => {
  const bytes = Buffer.concat(await sealParts('thing', 1, large))
  bytes[2_000_000] = (bytes[2_000_000] ?? 0) ^ 1
  expect(unseal('thing', 1, bytes)).toEqual({ kind: 'damaged' })
})
