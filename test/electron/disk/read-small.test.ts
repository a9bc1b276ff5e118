import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSmallFile, readSmallFileSync } from '../../../electron/disk/read-small'

let temp: string
beforeAll(() => {
  temp = mkdtempSync(join(tmpdir(), 'postwright-'))
})
afterAll(() => rmSync(temp, { recursive: true }))

const both = async (path: string, limit?: number) => {
  const answers = [await readSmallFile(path, limit), readSmallFileSync(path, limit)]
  expect(answers[0]).toBe(answers[1])
  return answers[0]
}

test('a small file is read as it is, an empty one too', async () => {
  const path = join(temp, 'a.json')
  for (const text of ['{"a": "ü"}', '', 'x'.repeat(1000)]) {
    writeFileSync(path, text)
    expect(await both(path, 1000)).toBe(text)
  }
})

test('one that is larger than its limit is not read', async () => {
  const path = join(temp, 'b.json')
  writeFileSync(path, 'x'.repeat(1001))
  expect(await both(path, 1000)).toBeNull()
})

test.skipIf(process.platform === 'win32')(
  'devices, pipes and folders are not read, nor waited for',
  async () => {
    const pipe = join(temp, 'pipe')
    execFileSync('mkfifo', [pipe])
    for (const target of ['/dev/zero', '/dev/random', pipe, temp]) {
      const link = join(temp, `link-${target.replaceAll('/', '-')}`)
      symlinkSync(target, link)
      expect(await both(link).catch((error: NodeJS.ErrnoException) => error.code)).toBeOneOf([null, 'EISDIR'])
    }
  },
)

test.skipIf(process.platform !== 'linux')(
  'a file that the system makes up is read no further than its limit',
  async () => {
    expect(await both('/proc/self/maps', 100)).toBeNull()
    expect(await both('/proc/self/comm', 100)).not.toBe('')
  },
)
