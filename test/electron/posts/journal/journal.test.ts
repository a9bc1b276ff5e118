import { appendFile, mkdir, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { createJournal, type Journal } from '../../../../electron/posts/journal/journal'
import type { JournalChanges, JournalSnapshot } from '../../../../shared/posts/unsaved-text'
import { fc } from '../../../support/properties'
import { withTempFolder } from '../../../support/temp-folder'

const tempFolder = withTempFolder()
let folder = ''
let journal: Journal
const site = '/blog/posts'
const format = { bom: false, eol: '\n', terminators: null, encoding: 'utf-8' } as const

beforeEach(async () => {
  folder = tempFolder()
  journal = createJournal({ folder })
})

const snapshot = (text: string, stretch = 's1'): JournalSnapshot => ({
  kind: 'snapshot',
  stretch,
  text,
  format,
  base: 'a'.repeat(64),
  onDisk: { text: 'on the disk', format },
  caret: 3,
  undo: '{"done":[]}',
})
const typed = (index: number, at: number, insert: string, stretch = 's1'): JournalChanges => ({
  kind: 'changes',
  stretch,
  index,
  changes: [{ from: at, to: at, insert }],
  format,
  caret: at + insert.length,
})
const onlyFile = async (): Promise<string> => {
  const [name = ''] = (await readdir(folder)).filter((found) => found.endsWith('.journal'))
  return join(folder, name)
}
const reopened = (): Journal => createJournal({ folder })

describe('journal', () => {
  test('what was written is there after a restart: text, caret, base, undo', async () => {
    await journal.write(site, 'a.md', snapshot('one \udce9'))
    expect(await journal.write(site, 'a.md', typed(1, 3, '!'))).toEqual({ kind: 'written' })
    expect(await reopened().read(site, 'a.md')).toMatchObject({
      id: 'a.md',
      text: 'one! \udce9',
      snapshot: { base: 'a'.repeat(64), undo: '{"done":[]}', onDisk: { text: 'on the disk' } },
      changes: [{ caret: 4 }],
    })
  })

  test('posts of different sites and names are apart', async () => {
    await journal.write(site, 'a.md', snapshot('a'))
    await journal.write(site, 'b.md', snapshot('b'))
    await journal.write('/other', 'a.md', snapshot('other'))
    const { entries } = await reopened().find(site)
    expect(entries.map(({ id, text }) => [id, text]).sort()).toEqual([
      ['a.md', 'a'],
      ['b.md', 'b'],
    ])
    await journal.discard(site, 'a.md')
    await journal.discard(site, 'never.md')
    expect(await journal.read(site, 'a.md')).toBeNull()
    expect(await journal.read('/other', 'a.md')).not.toBeNull()
  })

  test.each([
    ['of another stretch', typed(1, 0, 'x', 's2')],
    ['with a gap', typed(2, 0, 'x')],
  ])('changes %s ask for a snapshot', async (_name, entry) => {
    await journal.write(site, 'a.md', snapshot('text'))
    expect(await journal.write(site, 'a.md', entry)).toEqual({ kind: 'needs-snapshot' })
    expect(await journal.read(site, 'a.md')).toMatchObject({ text: 'text' })
  })

  test('a journal of an earlier session is not gone on with', async () => {
    await journal.write(site, 'a.md', snapshot('text'))
    expect(await reopened().write(site, 'a.md', typed(1, 0, 'x'))).toEqual({ kind: 'needs-snapshot' })
  })

  test('a clock that was set back costs no word', async () => {
    let clock = Date.UTC(2030, 0, 1)
    const wrong = createJournal({ folder, now: () => clock })
    await wrong.write(site, 'a.md', snapshot('text'))
    clock = Date.UTC(2020, 0, 1)
    expect(await wrong.write(site, 'a.md', typed(1, 4, '!'))).toEqual({ kind: 'written' })
    expect(await reopened().read(site, 'a.md')).toMatchObject({ text: 'text!', writtenMs: clock })
    expect(await wrong.write(site, 'a.md', snapshot('all new', 's2'))).toEqual({ kind: 'written' })
    expect((await reopened().find(site)).entries).toMatchObject([{ text: 'all new', writtenMs: clock }])
  })

  test('it is bounded: changes that outgrow the text ask for a snapshot', async () => {
    await journal.write(site, 'a.md', snapshot(''))
    let answer = await journal.write(site, 'a.md', typed(1, 0, ''))
    for (let index = 2; answer.kind === 'written' && index < 30; index++) {
      const noise = Array.from({ length: 20_000 }, () => Math.random().toString(36)).join('')
      answer = await journal.write(site, 'a.md', typed(index, 0, noise))
    }
    expect(answer).toEqual({ kind: 'needs-snapshot' })
  })

  test('old journals are dropped where all are too large, newest last', async () => {
    for (const [index, id] of ['a.md', 'b.md', 'c.md'].entries()) {
      await journal.write(site, id, snapshot(Array.from({ length: 99 }, (_, at) => `${at * index}`).join()))
      await journal.write(site, id, typed(1, 0, 'x'))
    }
    const sizes = await Promise.all(
      (await readdir(folder)).map(async (name) => (await stat(join(folder, name))).size),
    )
    const most = sizes.reduce((sum, size) => sum + size, 0) - 1
    const { entries } = await createJournal({ folder, maxBytes: most }).find(site)
    expect(entries.map(({ id }) => id)).toContain('c.md')
    expect(entries.length).toBeLessThan(3)
  })

  test('cut at every byte, it gives a text that was really there', async () => {
    await journal.write(site, 'a.md', snapshot('start'))
    const texts = ['start', 'start1', 'start12', 'start123']
    const lengths = [(await readFile(await onlyFile())).length]
    for (const index of [1, 2, 3]) {
      await journal.write(site, 'a.md', typed(index, 4 + index, `${index}`))
      lengths.push((await readFile(await onlyFile())).length)
    }
    const path = await onlyFile()
    const whole = await readFile(path)
    for (let cut = whole.length; cut >= 0; cut--) {
      await truncate(path, cut)
      const known = lengths.filter((length) => length <= cut).length
      const read = await journal.read(site, 'a.md')
      expect(read?.text, `cut at ${cut}`).toBe(known === 0 ? undefined : texts[known - 1])
    }
    const { damaged, entries } = await reopened().find(site)
    expect([damaged, entries]).toEqual([1, []])
    expect(await readdir(folder)).toEqual([expect.stringMatching(/\.journal\.damaged$/)])
  })

  test('one byte changed anywhere: a text that was there, or none, and never a throw', async () => {
    await journal.write(site, 'a.md', snapshot('start'))
    await journal.write(site, 'a.md', typed(1, 5, '1'))
    const path = await onlyFile()
    const whole = await readFile(path)
    for (let at = 0; at < whole.length; at++) {
      const damaged = Buffer.from(whole)
      damaged[at] = (damaged[at] ?? 0) ^ 0x55
      await writeFile(path, damaged)
      expect([undefined, 'start', 'start1'], `byte ${at}`).toContain((await journal.read(site, 'a.md'))?.text)
    }
  })

  test('what a crash left behind the last record does no harm', async () => {
    await journal.write(site, 'a.md', snapshot('start'))
    await appendFile(await onlyFile(), 'PWJ1 half a record')
    expect(await journal.read(site, 'a.md')).toMatchObject({ text: 'start' })
    expect(await journal.write(site, 'a.md', typed(1, 0, 'x'))).toEqual({ kind: 'written' })
    expect(await journal.read(site, 'a.md')).toMatchObject({ text: 'xstart' })
  })

  test('any sequence of edits comes back', async () => {
    const edit = fc.tuple(fc.nat(), fc.nat(), fc.string({ unit: 'binary', maxLength: 5 }))
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.array(edit, { maxLength: 8 }), async (start, edits) => {
        let text = start
        await journal.write(site, 'a.md', snapshot(text))
        for (const [index, [a, b, insert]] of edits.entries()) {
          const [from = 0, to = 0] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y)
          await journal.write(site, 'a.md', { ...typed(index + 1, 0, ''), changes: [{ from, to, insert }] })
          text = text.slice(0, from) + insert + text.slice(to)
        }
        expect((await journal.read(site, 'a.md'))?.text).toBe(text)
      }),
      { numRuns: 30 },
    )
  })

  test('entries that are asked for at once follow one another', async () => {
    const answers = await Promise.all([
      journal.write(site, 'a.md', snapshot('')),
      ...Array.from({ length: 20 }, (_, index) => journal.write(site, 'a.md', typed(index + 1, index, 'x'))),
    ])
    expect(new Set(answers.map(({ kind }) => kind))).toEqual(new Set(['written']))
    expect((await journal.read(site, 'a.md'))?.text).toBe('x'.repeat(20))
  })

  test('a folder that cannot be used is told in words, never thrown', async () => {
    const path = join(folder, 'a-file')
    await writeFile(path, '')
    const broken = createJournal({ folder: join(path, 'journal') })
    expect(await broken.write(site, 'a.md', snapshot('x'))).toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(/backed up/),
    })
  })

  test('it follows a rename', async () => {
    await journal.write(site, 'a.md', snapshot('text'))
    await journal.write(site, 'a.md', typed(1, 4, '!'))
    await journal.move(site, 'a.md', 'sub/b.md')
    expect(await journal.read(site, 'a.md')).toBeNull()
    expect(await journal.read(site, 'sub/b.md')).toMatchObject({ id: 'sub/b.md', text: 'text!' })
  })

  test('its folder may be emptied while the app runs', async () => {
    await journal.write(site, 'a.md', snapshot('text'))
    await rm(folder, { recursive: true })
    expect(await journal.write(site, 'a.md', typed(1, 0, 'x'))).toEqual({ kind: 'needs-snapshot' })
    await mkdir(folder)
    expect(await journal.write(site, 'a.md', snapshot('text'))).toEqual({ kind: 'written' })
  })
})
