import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { sweepTempFiles } from '../../electron/disk/temp-files'
import { long, runScript } from '../support/fault-tools'
import { withSaverScript } from '../support/saver-script'
import { withTempFolder } from '../support/temp-folder'
import { noteTrial } from '../support/trial'

const folder = withTempFolder()
const script = withSaverScript()

const rounds = long ? 200 : 12
const size = long ? 4_000_000 : 1_000_000

test(`killed at ${rounds} random moments of a loop of saves: always one whole text, and no file left behind`, async () => {
  const posts = join(folder(), 'posts')
  await mkdir(posts)
  const file = join(posts, 'a.md')
  await writeFile(file, 'save 0 of process 0\n'.repeat(10))
  for (let round = 0; round < rounds; round++) {
    noteTrial('Kills while saving', { tried: 1 })
    const { child, answers, ended } = runScript(script(), [posts, 'a.md', '200', `${size}`])
    while (answers.length < 2) await sleep(2)
    await sleep(Math.random() * 60)
    child.kill('SIGKILL')
    await ended
    const lines = new Set((await readFile(file, 'utf8')).split('\n').filter((line) => line !== ''))
    expect(lines.size, `round ${round}: ${[...lines].join(' | ')}`).toBe(1)
    const { length } = await readFile(file)
    const [line = ''] = lines
    expect(length).toBe(Math.ceil(size / (line.length + 1)) * (line.length + 1))
    await sweepTempFiles(posts)
    expect(await readdir(posts)).toEqual(['a.md'])
    noteTrial('Kills while saving', { survived: 1 })
  }
}, 600_000)

test('two processes that save one post: each text is whole, and who comes second learns it', async () => {
  const posts = join(folder(), 'posts')
  await mkdir(posts)
  await writeFile(join(posts, 'a.md'), 'start\n')
  const gate = join(folder(), 'go')
  const saves = long ? 300 : 40
  const both = [0, 1].map(() => runScript(script(), [posts, 'a.md', `${saves}`, '100000', gate]))
  while (both.some(({ answers }) => answers.length === 0)) await sleep(5)
  await writeFile(gate, '')
  let running = true
  const ends = Promise.all(both.map(({ ended }) => ended)).then((all) => {
    running = false
    return all
  })
  while (running) {
    const lines = new Set(
      (await readFile(join(posts, 'a.md'), 'utf8')).split('\n').filter((line) => line !== ''),
    )
    expect(lines.size).toBe(1)
    await sleep(1)
  }
  expect((await ends).map(({ code, errors }) => [code, errors])).toEqual([
    [0, ''],
    [0, ''],
  ])
  for (const { answers } of both) {
    const kinds = answers.slice(1).map(({ kind }) => kind)
    expect(kinds.every((kind) => kind === 'saved' || kind === 'conflict')).toBe(true)
  }
}, 600_000)
