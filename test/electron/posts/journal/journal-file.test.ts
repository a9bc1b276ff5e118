import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { crc32 } from 'node:zlib'
import { expect, test } from 'vitest'
import { revisionOf } from '../../../../electron/disk/revision'
import { createJournal } from '../../../../electron/posts/journal/journal'
import { readJournal, textOfJournal } from '../../../../electron/posts/journal/journal-file'
import type { JournalSnapshot } from '../../../../shared/posts/unsaved-text'
import { withTempFolder } from '../../../support/temp-folder'

const folder = withTempFolder()
const fixture = (version: number) =>
  resolve(import.meta.dirname, `../../../fixtures/records/journal/${version}.journal`)
/** The content of a journal of the fixtures; the one based on a file is based on `one\n`. */
const contentOf = async (path: string) => {
  const kept = await readJournal(path)
  if (kept === null || typeof kept === 'string') return kept
  return textOfJournal(kept, async ({ base }) => {
    const bytes = Buffer.from('one\n')
    return revisionOf(bytes) === base ? bytes : null
  })
}
const hash = (letter: string) => letter.repeat(64)

test('a journal of version 1 is read as it was written', async () => {
  expect(await contentOf(fixture(1))).toMatchObject({
    site: '/blog/posts',
    id: 'a.md',
    writtenMs: 1_700_000_000_500,
    text: 'one two\n',
    snapshot: { base: hash('a'), onDisk: { text: 'old\n' } },
    changes: [{ caret: 7 }],
    savedBefore: [],
    savedAfter: [],
  })
})

test('a journal of version 2 is read as it was written, with the saves before and after its last entry', async () => {
  expect(await contentOf(fixture(2))).toMatchObject({
    text: 'one two\n',
    savedBefore: [hash('b')],
    savedAfter: [hash('c')],
  })
})

test('a journal of version 3 is read as it was written, counted from the file it is based on', async () => {
  expect(await contentOf(fixture(3))).toEqual({
    site: '/blog/posts',
    id: 'a.md',
    writtenMs: 1_700_000_000_500,
    text: 'one two three\n',
    snapshot: {
      kind: 'snapshot',
      stretch: 's1',
      text: 'one two\n',
      format: snapshot.format,
      base: revisionOf(Buffer.from('one\n')),
      onDisk: { text: 'one\n', format: snapshot.format },
      caret: 7,
      undo: '{"done":[]}',
    },
    changes: [expect.objectContaining({ index: 1, caret: 13 })],
    savedBefore: [hash('b')],
    savedAfter: [hash('c')],
  })
})

const ofVersion4 = (): Buffer => {
  const payload = Buffer.from('\0whatever that will be')
  const head = Buffer.alloc(12)
  head.write('PWJ4', 'latin1')
  head.writeUInt32LE(payload.length, 4)
  head.writeUInt32LE(crc32(payload, crc32('PWJ4')), 8)
  return Buffer.concat([head, payload])
}

const snapshot: JournalSnapshot = {
  kind: 'snapshot',
  stretch: 's',
  text: 'mine',
  format: { bom: false, eol: '\n', terminators: null, encoding: 'utf-8' },
  base: null,
  onDisk: null,
  caret: 0,
  undo: null,
}

test('a journal of a newer version is left alone, whatever is done with its post', async () => {
  const journal = createJournal({ folder: folder() })
  await journal.write('/blog', 'a.md', snapshot)
  const { entries } = await journal.find('/blog')
  expect(entries).toHaveLength(1)
  const [name = ''] = await readdir(folder())
  await writeFile(join(folder(), name), ofVersion4())

  const later = createJournal({ folder: folder() })
  expect(await later.find('/blog')).toEqual({ entries: [], damaged: 0, newer: 1 })
  expect(await later.read('/blog', 'a.md')).toBeNull()
  expect(await later.write('/blog', 'a.md', snapshot)).toMatchObject({
    kind: 'failed',
    message: expect.stringMatching(/newer version of Postwright/),
  })
  await later.aboutToSave('/blog', 'a.md', hash('a'))
  await later.discard('/blog', 'a.md')
  await later.move('/blog', 'a.md', 'b.md')
  expect(await readFile(join(folder(), name))).toEqual(ofVersion4())
})

test.each([
  [2, ['damaged', 'one\n', 'one two\n']],
  [3, ['damaged', 'one two\n', 'one two three\n']],
])(
  'a flipped bit anywhere in a journal of version %i gives no other text than one that was written',
  async (version, texts) => {
    await mkdir(folder(), { recursive: true })
    const path = join(folder(), 'x.journal')
    await cp(fixture(version), path)
    const whole = await readFile(path)
    const seen = new Set<string>()
    for (let bit = 0; bit < whole.length * 8; bit += 5) {
      const bytes = Buffer.from(whole)
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) ^ (1 << (bit & 7))
      await writeFile(path, bytes)
      const read = await contentOf(path)
      seen.add(read === null || typeof read === 'string' ? String(read) : read.text)
    }
    expect([...seen].sort()).toEqual(texts)
  },
)

test('the saves of a post are known again after a restart, also those from before the journal was begun', async () => {
  const journal = createJournal({ folder: folder() })
  await journal.aboutToSave('/blog', 'a.md', hash('1'))
  await journal.write('/blog', 'a.md', snapshot)
  await journal.aboutToSave('/blog', 'a.md', hash('2'))
  const entry = {
    kind: 'changes' as const,
    stretch: 's',
    index: 1,
    changes: [],
    format: snapshot.format,
    caret: 0,
  }
  await journal.write('/blog', 'a.md', entry)
  const reopened = createJournal({ folder: folder() })
  await reopened.aboutToSave('/blog', 'a.md', hash('3'))
  expect(await createJournal({ folder: folder() }).read('/blog', 'a.md')).toMatchObject({
    text: 'mine',
    savedBefore: [hash('1'), hash('2')],
    savedAfter: [hash('3')],
  })
})
