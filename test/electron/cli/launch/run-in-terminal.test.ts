import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { runInTerminal } from '../../../../electron/cli/launch/run-in-terminal'
import { withTempFolder } from '../../../support/temp-folder'

const folder = withTempFolder()
afterEach(() => {
  vi.restoreAllMocks()
  process.stdout.removeAllListeners('error')
})

/** Checks three posts with a defect each, while writing to the output fails with `code`. */
const checked = async (code: string) => {
  mkdirSync(join(folder(), 'posts'))
  for (const name of ['a', 'b', 'c'])
    writeFileSync(join(folder(), `posts/${name}.md`), `---\ntitle: ${name}\n---\n\n[a](http:/a.example)\n`)
  const lines: string[] = []
  const errors: string[] = []
  const end = (done: unknown) => {
    if (typeof done === 'function') done()
  }
  vi.spyOn(process.stdout, 'write').mockImplementation((text, done) => {
    if (String(text) !== '') {
      lines.push(String(text))
      process.stdout.emit('error', Object.assign(new Error(`write ${code}`), { code }))
    }
    end(done)
    return false
  })
  vi.spyOn(process.stderr, 'write').mockImplementation((text, done) => {
    errors.push(String(text))
    end(done)
    return true
  })
  const exit = await runInTerminal(['check', join(folder(), 'posts')])
  return { exit, lines: lines.length, errors: errors.join('') }
}

test('a reader that has enough ends the output, not the command: its exit code counts', async () => {
  const { exit, lines, errors } = await checked('EPIPE')
  expect([exit, lines]).toEqual([1, 1])
  expect(errors).toContain('3 posts checked')
  expect(errors).not.toContain('output')
})

test('output that cannot be written is an error, and is told', async () => {
  const { exit, errors } = await checked('ENOSPC')
  expect(exit).toBe(1)
  expect(errors).toContain('The output could not be written: write ENOSPC')
})
