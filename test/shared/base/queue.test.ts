import { expect, test } from 'vitest'
import { createQueue } from '../../../shared/base/queue'

test('what is asked for first ends first, however long it takes', async () => {
  const inTurn = createQueue()
  const done: string[] = []
  const gate = Promise.withResolvers<void>()
  const slow = inTurn(() => gate.promise.then(() => done.push('slow')))
  const quick = inTurn(() => done.push('quick'))
  gate.resolve()
  await Promise.all([slow, quick])
  expect(done).toEqual(['slow', 'quick'])
})

test('a failure reaches who asked, and the next one goes on', async () => {
  const inTurn = createQueue()
  const failed = inTurn(() => Promise.reject(new Error('no')))
  const thrown = inTurn(() => {
    throw new Error('neither')
  })
  const next = inTurn(() => 'yes')
  await expect(failed).rejects.toThrow('no')
  await expect(thrown).rejects.toThrow('neither')
  await expect(next).resolves.toBe('yes')
})
