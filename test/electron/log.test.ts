import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { createLog, largestLog } from '../../electron/log'
import { withTempFolder } from '../support/temp-folder'

const folder = withTempFolder()

test('a note stands in the log with its time, in a folder that was not there', async () => {
  const logs = join(folder(), 'deep/logs')
  createLog(logs)('The index was built again')
  await vi.waitFor(() => {
    expect(readFileSync(join(logs, 'main.log'), 'utf8')).toMatch(
      /^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+\] \[info\] {2}The index was built again\n$/,
    )
  })
})

test('a log that is full gives way to a new one, and only one old one stays', async () => {
  const log = createLog(folder())
  const note = 'x'.repeat(10_000)
  for (let round = 0; round < 3; round++) {
    for (let count = 0; count < largestLog / note.length + 5; count++) log(note)
    await vi.waitFor(() => expect(existsSync(join(folder(), 'main.old.log'))).toBe(round > 0))
    log('settled')
    await vi.waitFor(() => expect(readFileSync(join(folder(), 'main.log'), 'utf8')).toContain('settled'))
  }
  expect(readdirSync(folder()).sort()).toEqual(['main.log', 'main.old.log'])
  expect(statSync(join(folder(), 'main.log')).size).toBeLessThan(2 * largestLog)
})
