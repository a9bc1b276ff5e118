import { expect, test } from 'vitest'
import { createRecovery } from '../../../electron/handlers/recovery'
import type { Operations } from '../../../electron/posts/operations/operations'
import type { MainNotice } from '../../../shared/ipc/app-calls'

const recoveryOf = (recover: Parameters<typeof createRecovery>[0]['recover'], isGivenUp = false) => {
  const told: MainNotice[] = []
  const dismissed: string[] = []
  const recovery = createRecovery({
    recover,
    tell: (notice) => told.push(notice),
    askToDismiss: async () => isGivenUp,
    dismiss: async (operation) => void dismissed.push(operation),
    timeoutMs: 20,
  })
  return { told, dismissed, recovery }
}

test('a recovery that fails lets the start go on, and can be tried again', async () => {
  let isFull = true
  const { told, recovery } = recoveryOf(async () => {
    if (isFull) throw new Error('The disk is full.')
    return []
  })
  await recovery.atStart()
  expect(told).toEqual([
    { kind: 'error', text: expect.stringContaining('The disk is full.'), action: 'recover-again' },
  ])
  isFull = false
  await recovery.again()
  expect(told).toHaveLength(1)
})

test('a recovery whose disk does not answer lets the start go on, and is told when it comes to its end', async () => {
  const disk = Promise.withResolvers<Awaited<ReturnType<Operations['recover']>>>()
  const { told, recovery } = recoveryOf(() => disk.promise)
  await recovery.atStart()
  expect(told).toEqual([])
  const all = { done: 2, total: 2, left: [], open: '', files: [] }
  disk.resolve([{ kind: 'completed', title: 'Rename a.md', undo: 'x', ...all }])
  await expect.poll(() => told).toHaveLength(1)
})

test.each([true, false])(
  'whoever tries again may dismiss what waits for a folder, which the start never asks: %s',
  async (isGivenUp) => {
    const waiting = { kind: 'waiting', title: 'Rename a.md', folder: '/gone', undo: 'x' } as const
    const { told, dismissed, recovery } = recoveryOf(async () => [waiting], isGivenUp)
    const notice = expect.objectContaining({
      action: 'recover-again',
      text: expect.stringContaining('/gone'),
    })
    await recovery.atStart()
    expect([told, dismissed]).toEqual([[notice], []])
    await recovery.again()
    expect([told, dismissed]).toEqual(isGivenUp ? [[notice], ['x']] : [[notice, notice], []])
  },
)
