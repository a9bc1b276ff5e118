import { execFileSync } from 'node:child_process'
import {
  chmod,
  mkdir,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  truncate,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { readPost, readPostToSend, revisionOf, savePost } from '../../../electron/posts/post-file'
import type { PostToSave } from '../../../shared/posts/post'
import { receivedText } from '../../../shared/text/sent-text'
import { withTempFolder } from '../../support/temp-folder'

const tempFolder = withTempFolder()
let root = ''
beforeEach(async () => {
  root = tempFolder()
  await write('a.md', '---\r\ntitle: A\r\n---\r\nold\r\n')
})

const at = (id: string): string => join(root, id)
const write = (id: string, text: string) => writeFile(at(id), text)
const textOf = (id: string): Promise<string> => readFile(at(id), 'utf8')
const edited = async (id: string, change: (text: string) => string): Promise<PostToSave> => {
  const { text, format, revision } = await readPost(root, id)
  return { text: change(text), format, base: revision }
}
const addLine = (text: string): string => `${text}new\n`

describe('readPost', () => {
  test('answers text, format, revision', async () => {
    expect(await readPost(root, 'a.md')).toMatchObject({
      id: 'a.md',
      text: '---\ntitle: A\n---\nold\n',
      format: { eol: '\r\n', terminators: null },
      revision: revisionOf(await readFile(at('a.md'))),
      writable: true,
    })
  })

  test('what is sent to the window is the same text, as its bytes where it is long', async () => {
    const long = 'Grüße, 😀 世界\n'.repeat(2_000)
    const files: Record<string, string | Uint8Array> = {
      'long.md': long,
      'short.md': 'short\n',
      'windows.md': long.replaceAll('\n', '\r\n'),
      'mixed.md': `${long}one\rtwo\r\n`,
      'marked.md': `\ufeff${long}`,
      'latin.md': Buffer.concat([Buffer.from(long), Buffer.from([0xe9, 0x0a])]),
      'cut.md': Buffer.from(long).subarray(0, -2),
    }
    for (const [id, content] of Object.entries(files)) {
      await writeFile(at(id), content)
      const { text, ...sent } = await readPostToSend(root, id)
      expect({ ...sent, text: receivedText(text) }).toEqual(await readPost(root, id))
      expect([id, typeof text]).toEqual([
        id,
        ['short.md', 'latin.md', 'cut.md'].includes(id) ? 'string' : 'object',
      ])
    }
    await writeFile(at('binary.md'), new Uint8Array(30_000))
    await expect(readPostToSend(root, 'binary.md')).rejects.toMatchObject({ kind: 'not-text' })
  })

  test('a file marked read-only opens and says so', async () => {
    await chmod(at('a.md'), 0o444)
    expect(await readPost(root, 'a.md')).toMatchObject({ writable: false })
  })

  test('refusals are told apart', async () => {
    await mkdir(at('folder.md'))
    await symlink('nowhere.md', at('dangling.md'))
    await writeFile(at('image.md'), Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0]))
    await write('large.md', '')
    await truncate(at('large.md'), 50_000_001)
    const cases = [
      ['none.md', 'not-found', /no longer exists/],
      ['folder.md', 'not-a-file', /folder/],
      ['dangling.md', 'not-found', /link/],
      ['image.md', 'not-text', /image\.md.*binary/],
      ['large.md', 'too-large', /51 MB/],
      ['../x.md', 'outside-folder', /outside/],
    ] as const
    for (const [id, kind, message] of cases)
      await expect(readPost(root, id)).rejects.toMatchObject({
        kind,
        message: expect.stringMatching(message),
      })
  })

  test.skipIf(process.platform === 'win32')('a named pipe is refused instead of waited for', async () => {
    execFileSync('mkfifo', [at('pipe.md')])
    await expect(readPost(root, 'pipe.md')).rejects.toMatchObject({ kind: 'not-a-file' })
  })

  test('opening changes nothing on the disk', async () => {
    const before = await stat(at('a.md'))
    await readPost(root, 'a.md')
    expect((await stat(at('a.md'))).mtimeMs).toBe(before.mtimeMs)
  })
})

describe('savePost', () => {
  test('writes the text in the format of the file and answers the new revision', async () => {
    const result = await savePost(root, 'a.md', await edited('a.md', addLine))
    expect(await textOf('a.md')).toBe('---\r\ntitle: A\r\n---\r\nold\r\nnew\r\n')
    expect(result).toEqual({
      kind: 'saved',
      revision: revisionOf(await readFile(at('a.md'))),
      modifiedMs: (await stat(at('a.md'))).mtimeMs,
    })
  })

  test('writes nothing when nothing changed', async () => {
    const post = await edited('a.md', (text) => text)
    const before = await stat(at('a.md'))
    expect(await savePost(root, 'a.md', post)).toMatchObject({ kind: 'saved', modifiedMs: before.mtimeMs })
    expect((await stat(at('a.md'))).ino).toBe(before.ino)
  })

  test('another revision on the disk is a conflict, also with the same size and time', async () => {
    const post = await edited('a.md', addLine)
    const { atime, mtime } = await stat(at('a.md'))
    await write('a.md', '---\r\ntitle: B\r\n---\r\nold\r\n')
    await utimes(at('a.md'), atime, mtime)
    const result = await savePost(root, 'a.md', post)
    expect(result).toMatchObject({ kind: 'conflict', onDisk: { text: '---\ntitle: B\n---\nold\n' } })
    expect(await textOf('a.md')).toBe('---\r\ntitle: B\r\n---\r\nold\r\n')
  })

  test('a change during the save is a conflict too', async () => {
    const post = await edited('a.md', addLine)
    const result = await savePost(root, 'a.md', post, {
      keep: async () => {
        await write('a.md', 'theirs')
        return undefined
      },
    })
    expect(result).toMatchObject({ kind: 'conflict', onDisk: { text: 'theirs' } })
    expect(await textOf('a.md')).toBe('theirs')
    expect((await readdir(root)).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  test('it is noticed by a clock that was set back, also with the same size and time', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() - 86_400_000 })
    try {
      const post = await edited('a.md', addLine)
      const { atime, mtime } = await stat(at('a.md'))
      const result = await savePost(root, 'a.md', post, {
        keep: async () => {
          await write('a.md', '---\r\ntitle: B\r\n---\r\nold\r\n')
          await utimes(at('a.md'), atime, mtime)
          return undefined
        },
      })
      expect(result).toMatchObject({ kind: 'conflict', onDisk: { text: '---\ntitle: B\n---\nold\n' } })
    } finally {
      vi.useRealTimers()
    }
  })

  test('the folder is replaced by another: what the other holds is met, never overwritten', async () => {
    await mkdir(at('sub'))
    await write('sub/a.md', 'ours')
    const post = await edited('sub/a.md', addLine)
    const replaceFolder = async (text: string | null) => {
      await rename(at('sub'), at(`away-${text}`))
      await mkdir(at('sub'))
      if (text !== null) await write('sub/a.md', text)
    }
    await replaceFolder('theirs')
    expect(await savePost(root, 'sub/a.md', post)).toMatchObject({
      kind: 'conflict',
      onDisk: { text: 'theirs' },
    })
    await replaceFolder(null)
    expect(await savePost(root, 'sub/a.md', post)).toEqual({ kind: 'deleted' })
    expect(await readdir(at('sub'))).toEqual([])
    await replaceFolder('ours') // a copy that was put back
    expect(await savePost(root, 'sub/a.md', post)).toMatchObject({ kind: 'saved' })
    expect(await textOf('sub/a.md')).toBe('oursnew\n')
    expect(await textOf('away-null/a.md')).toBe('theirs')
  })

  test('the folder is replaced while the text is on its way to the disk', async () => {
    await mkdir(at('sub'))
    await write('sub/a.md', 'ours')
    const post = await edited('sub/a.md', addLine)
    const result = await savePost(root, 'sub/a.md', post, {
      keep: async () => {
        await rename(at('sub'), at('away'))
        await mkdir(at('sub'))
        await write('sub/a.md', 'theirs')
        return undefined
      },
    })
    expect(result).toMatchObject({ kind: 'conflict', onDisk: { text: 'theirs' } })
    expect(await textOf('sub/a.md')).toBe('theirs')
    expect(await textOf('away/a.md')).toBe('ours')
  })

  test('the same text on the disk already is a save, whoever wrote it', async () => {
    const post = await edited('a.md', addLine)
    await write('a.md', '---\r\ntitle: A\r\n---\r\nold\r\nnew\r\n')
    expect(await savePost(root, 'a.md', post)).toMatchObject({ kind: 'saved' })
  })

  test('deleted, replaced by a folder, its folder gone, its folder replaced by a file', async () => {
    await mkdir(at('sub'))
    await write('sub/b.md', 'text')
    const a = await edited('a.md', addLine)
    const b = await edited('sub/b.md', addLine)
    await rm(at('a.md'))
    expect(await savePost(root, 'a.md', a)).toEqual({ kind: 'deleted' })
    await mkdir(at('a.md'))
    expect(await savePost(root, 'a.md', a)).toMatchObject({
      kind: 'failed',
      message: expect.stringMatching(/folder/),
    })
    await rm(at('sub'), { recursive: true })
    expect(await savePost(root, 'sub/b.md', b)).toEqual({ kind: 'deleted' })
    await write('sub', 'a file now')
    expect(await savePost(root, 'sub/b.md', b)).toEqual({ kind: 'deleted' })
  })

  test('saving again after a deletion makes the folders and the file', async () => {
    const post = await edited('a.md', addLine)
    await rm(at('a.md'))
    expect(await savePost(root, 'new/folder/a.md', { ...post, base: null })).toMatchObject({ kind: 'saved' })
    expect(await textOf('new/folder/a.md')).toContain('new\r\n')
  })

  test('a new post never overwrites a file', async () => {
    const post = await edited('a.md', addLine)
    expect(await savePost(root, 'a.md', { ...post, base: null })).toMatchObject({ kind: 'conflict' })
    expect(await textOf('a.md')).not.toContain('new')
  })

  test('a posts folder that is gone is not made again', async () => {
    const post = await edited('a.md', addLine)
    await rename(root, `${root}-moved`)
    const result = await savePost(root, 'a.md', { ...post, base: null })
    expect(result).toMatchObject({ kind: 'failed', reason: 'not-found' })
    await rename(`${root}-moved`, root)
  })

  test('a file marked read-only fails with the reason', async () => {
    const post = await edited('a.md', addLine)
    await chmod(at('a.md'), 0o444)
    expect(await savePost(root, 'a.md', post)).toMatchObject({
      kind: 'failed',
      reason: 'read-only',
      message: expect.stringMatching(/a\.md.*read-only/),
    })
  })

  test('two savers with one base: one wins, the other learns it', async () => {
    const [mine, theirs] = [await edited('a.md', () => 'mine'), await edited('a.md', () => 'theirs')]
    const results = await Promise.all([savePost(root, 'a.md', mine), savePost(root, 'a.md', theirs)])
    expect(results.map(({ kind }) => kind).sort()).toEqual(['conflict', 'saved'])
    expect(await textOf('a.md')).toBe(results[0]?.kind === 'saved' ? 'mine' : 'theirs')
  })

  test('what is replaced is handed over to be kept, and its note comes along', async () => {
    const kept: string[] = []
    const result = await savePost(root, 'a.md', await edited('a.md', addLine), {
      keep: async (bytes) => {
        kept.push(Buffer.from(bytes).toString())
        return 'No room for history.'
      },
    })
    expect(kept).toEqual(['---\r\ntitle: A\r\n---\r\nold\r\n'])
    expect(result).toMatchObject({ kind: 'saved', note: 'No room for history.' })
  })
})
