import { expect, test } from 'vitest'
import { deferred } from '../../../shared/base/deferred'

test('a promise is settled from outside, once', async () => {
  const kept = deferred<number>()
  kept.resolve(1)
  kept.resolve(2)
  kept.reject(new Error('late'))
  expect(await kept.promise).toBe(1)
  const broken = deferred<number>()
  broken.reject(new Error('broken'))
  await expect(broken.promise).rejects.toThrow('broken')
})
