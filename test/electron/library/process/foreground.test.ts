import { expect, test } from 'vitest'
import { createBackgroundSlices } from '../../../../electron/library/files/slices'
import { createForeground } from '../../../../electron/library/process/foreground'

const spend = (ms: number): void => {
  const began = performance.now()
  while (performance.now() - began < ms);
}

/** Runs everything that is not waiting. */
const turns = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn++) await new Promise<void>((done) => setImmediate(done))
}

test('background work rests while anybody waits for an answer, and goes on afterwards', async () => {
  const foreground = createForeground(20)
  const pause = createBackgroundSlices(foreground.whenFree)
  const [first, second] = [Promise.withResolvers<string>(), Promise.withResolvers<void>()]
  const search = foreground.run(() => first.promise)
  const other = foreground.run(() => second.promise)
  let goesOn = false
  spend(5)
  const rest = pause()?.then(() => {
    goesOn = true
  })
  expect(rest).toBeInstanceOf(Promise)
  await turns()
  first.resolve('found')
  expect(await search).toBe('found')
  await turns()
  expect(goesOn).toBe(false)
  second.resolve()
  await Promise.all([other, rest])
  expect(goesOn).toBe(true)
})

test('an answer that fails ends the rest as well, and reaches who asked', async () => {
  const foreground = createForeground(20)
  const search = foreground.run(() => Promise.reject(new Error('no')))
  const free = foreground.whenFree()
  await expect(search).rejects.toThrow('no')
  await free
  expect(foreground.whenFree()).toBeNull()
})

test('work nobody waits for a break from is done in slices', async () => {
  const pause = createBackgroundSlices(() => null)
  expect(pause()).toBeNull()
  spend(5)
  await pause()
  expect(pause()).toBeNull()
})
