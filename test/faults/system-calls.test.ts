import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { revisionOf } from '../../electron/disk/revision'
import { can, hasStrace, long, runScript } from '../support/fault-tools'
import { withSaverScript } from '../support/saver-script'
import { withTempFolder } from '../support/temp-folder'
import { noteTrial } from '../support/trial'

const folder = withTempFolder()
const script = withSaverScript()
const old = 'old text\n'.repeat(100)
let posts = ''

beforeEach(async () => {
  posts = join(folder(), 'posts')
  await mkdir(posts)
  await writeFile(join(posts, 'a.md'), old)
})

const traced = (name: string, run: () => Promise<void>): void => {
  test(name, async (context) => {
    if (!can('making system calls fail (strace)', hasStrace)) context.skip()
    await run()
  }, 600_000)
}

/** Runs one save with faults in the calls that touch the posts folder; returns its reports. */
const saveWith = async (inject: readonly string[], log = '/dev/null') => {
  const faults = inject.flatMap((fault) => ['-e', `inject=${fault}`])
  const under = ['strace', '-f', '-qq', '-y', '-o', log, '-e', `trace=${touching}`, ...faults]
  if (inject.length > 0) noteTrial('Failing system calls', { tried: 1 })
  const { answers, ended } = runScript(script(), [posts, 'a.md', '1', '20000'], under)
  const { errors } = await ended
  return answers[1] ?? { kind: 'threw', message: errors }
}

const touching =
  'openat,statx,access,pread64,pwrite64,write,fsync,fdatasync,rename,close,ftruncate,fchmod,unlink'

const expectWhole = async (answer: { readonly kind: string }): Promise<void> => {
  const now = await readFile(join(posts, 'a.md'), 'utf8')
  if (answer.kind === 'saved') expect(now).toMatch(/^(save 1 of process \d+\n)+$/)
  else expect(now === old || /^(save 1 of process \d+\n)+$/.test(now)).toBe(true)
  const left = (await readdir(posts)).filter((name) => name !== 'a.md')
  expect(left).toEqual([])
  noteTrial('Failing system calls', { survived: 1 })
}

traced('the file is on the disk before it takes its name, and the name after it', async () => {
  const log = join(folder(), 'trace')
  expect(await saveWith([], log)).toMatchObject({ kind: 'saved' })
  const calls = (await readFile(log, 'utf8')).split('\n')
  const at = (pattern: RegExp): number => calls.findIndex((call) => pattern.test(call))
  const steps = [
    at(/pwrite64\(\d+<[^>]*\.postwright-/),
    at(/fsync\(\d+<[^>]*\.postwright-/),
    at(/rename\(.*\.postwright-.*a\.md/),
    at(/fsync\(\d+<[^>]*\/posts>/),
  ]
  expect(steps.every((step) => step >= 0)).toBe(true)
  expect(steps).toEqual([...steps].sort((a, b) => a - b))
})

for (const error of ['EIO', 'ENOSPC', 'EDQUOT'])
  traced(
    `pwrite64 fails with ${error}, once and for ever: the old text stays, the failure is told`,
    async () => {
      for (const when of ['1', '1+']) {
        const answer = await saveWith([`pwrite64:error=${error}:when=${when}`])
        expect(answer).toMatchObject({ kind: 'failed' })
        await expectWhole(answer)
        expect(await readFile(join(posts, 'a.md'), 'utf8')).toBe(old)
      }
    },
  )

traced('fsync fails, once and for ever: not told as saved', async () => {
  for (const when of ['1', '1+']) {
    const answer = await saveWith([`fsync:error=EIO:when=${when}`])
    expect(answer).toMatchObject({
      kind: 'failed',
      reason: 'failed',
      message: expect.stringMatching(/disk reported/),
    })
    expect(await readFile(join(posts, 'a.md'), 'utf8')).toBe(old)
    await expectWhole(answer)
  }
})

traced('the folder cannot be synced: the text is whole, and it is not told as saved', async () => {
  const answer = await saveWith(['fsync:error=EIO:when=2'])
  const now = await readFile(join(posts, 'a.md'))
  expect(answer).toMatchObject({ kind: 'failed', written: revisionOf(now) })
  await expectWhole(answer)
})

traced('rename fails: the old text stays', async () => {
  for (const error of ['EIO', 'ENOSPC', 'EACCES']) {
    const answer = await saveWith([`rename:error=${error}`])
    expect(answer).toMatchObject({ kind: 'failed' })
    expect(await readFile(join(posts, 'a.md'), 'utf8')).toBe(old)
    await expectWhole(answer)
  }
})

traced('rename works on another disk only: written in place', async () => {
  const answer = await saveWith(['rename:error=EXDEV'])
  expect(answer).toMatchObject({ kind: 'saved' })
  await expectWhole(answer)
})

traced('writes that take less than they were given, down to nothing, are noticed', async () => {
  for (const taken of [0, 1, 19_000]) {
    const answer = await saveWith([`pwrite64:retval=${taken}:when=1`])
    await expectWhole(answer)
    expect(answer.kind).toBe('failed')
  }
})

/** The calls of a save without faults that touch the folder: the name, and its count in its thread. */
const touches = async (): Promise<{ call: string; count: number }[]> => {
  const log = join(folder(), 'trace')
  expect(await saveWith([], log)).toMatchObject({ kind: 'saved' })
  await writeFile(join(posts, 'a.md'), old)
  const counts = new Map<string, number>()
  const found: { call: string; count: number }[] = []
  for (const line of (await readFile(log, 'utf8')).split('\n')) {
    const [named, call = ''] = /^\d+ +(\w+)\(/.exec(line) ?? []
    if (named === undefined) continue
    const count = (counts.get(named) ?? 0) + 1
    counts.set(named, count)
    if (line.includes(posts)) found.push({ call, count })
  }
  expect(found.length).toBeGreaterThan(20)
  return found
}

traced('any call that touches the folder fails, once and for ever: whole, and true', async () => {
  const some = (await touches()).filter((_, index) => long || index % 5 === 4)
  for (const { call, count } of some) {
    for (const when of long ? [`${count}`, `${count}+`] : [`${count}`]) {
      const answer = await saveWith([`${call}:error=EIO:when=${when}`])
      await expectWhole(answer)
      if (answer.kind === 'saved') await writeFile(join(posts, 'a.md'), old)
    }
  }
})

traced('no more files can be opened at any moment: the old text stays, and the reason is told', async () => {
  const opens = (await touches()).filter(({ call }) => call === 'openat')
  expect(opens.length).toBeGreaterThan(3)
  for (const { count } of opens) {
    const answer = await saveWith([`openat:error=EMFILE:when=${count}`])
    expect(answer).toMatchObject({ message: expect.stringMatching(/Too many files are open/) })
    expect(await readFile(join(posts, 'a.md'), 'utf8')).toBe(old)
    await expectWhole(answer)
  }
})

traced('a slow disk is waited for', async () => {
  const answer = await saveWith(['fsync:delay_enter=300000'])
  expect(answer).toMatchObject({ kind: 'saved' })
  await expectWhole(answer)
})
