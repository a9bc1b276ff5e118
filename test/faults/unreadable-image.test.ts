import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { asNobody, bundle, can, hasOtherUser, runScript } from '../support/fault-tools'
import { withTempFolder } from '../support/temp-folder'
import { onePixelPng } from '../support/temp-site'

const folder = withTempFolder()
let scripts = ''
let script = ''

beforeAll(async () => {
  scripts = await mkdtemp(join(tmpdir(), 'postwright-script-'))
  await chmod(scripts, 0o755)
  script = await bundle('test/support/reader-script.ts', scripts)
})
afterAll(() => rm(scripts, { recursive: true }))

beforeEach(async () => {
  await chmod(folder(), 0o755)
  await mkdir(join(folder(), 'img'))
  await writeFile(join(folder(), 'a.md'), '')
  await writeFile(join(folder(), 'open.png'), onePixelPng)
  await writeFile(join(folder(), 'closed.png'), onePixelPng)
  await writeFile(join(folder(), 'img/inside.png'), onePixelPng)
})

const ask = async (task: string, references: readonly string[], by: readonly string[]) => {
  const { answers, ended } = runScript(script, [folder(), task, ...references], by)
  expect(await ended).toEqual({ code: 0, errors: '' })
  return answers
}

test('an image that this user may not read is refused as such; one that is not there is missing', async (context) => {
  if (!can('acting as another user', hasOtherUser)) context.skip()
  await chmod(join(folder(), 'closed.png'), 0o000)
  await chmod(join(folder(), 'img'), 0o000)
  const references = ['open.png', 'closed.png', 'img/inside.png', 'gone.png']
  const denied = expect.stringMatching(/permission/i)
  expect(await ask('', references, asNobody)).toMatchObject([
    { kind: 'open.png', status: 200, noted: [], whole: 'read' },
    { kind: 'closed.png', status: 403, noted: [expect.stringContaining('closed.png')], whole: denied },
    { kind: 'img/inside.png', status: 403, noted: [expect.stringContaining('inside.png')], whole: denied },
    { kind: 'gone.png', status: 404, noted: [], whole: 'none' },
  ])
})

test.skipIf(process.platform === 'win32')(
  'an image is not missing while no more files can be opened',
  async () => {
    const few = ['bash', '-c', 'ulimit -n 100 && exec "$0" "$@"']
    expect(await ask('crowd', ['open.png'], few)).toMatchObject([
      {
        status: 503,
        noted: [expect.stringContaining('too many open files')],
        whole: expect.stringMatching(/Too many files are open/),
      },
    ])
  },
)
