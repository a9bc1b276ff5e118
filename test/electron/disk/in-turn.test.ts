import { expect, test } from 'vitest'
import { inTurn, type Turns } from '../../../electron/disk/in-turn'

test('work of one key follows in its order, after a failure too, and others do not wait', async () => {
  const turns: Turns = new Map()
  const seen: string[] = []
  const { promise, resolve } = Promise.withResolvers<void>()
  const first = inTurn(turns, 'a', async () => {
    await promise
    seen.push('first')
    throw new Error('no')
  })
  const second = inTurn(turns, 'a', async () => {
    seen.push('second')
    return 2
  })
  await inTurn(turns, 'b', async () => void seen.push('other'))
  resolve()
  await expect(first).rejects.toThrow('no')
  expect(await second).toBe(2)
  expect(seen).toEqual(['other', 'first', 'second'])
  expect(turns.size).toBe(0)
})
