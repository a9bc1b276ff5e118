import { execFileSync } from 'node:child_process'
import { chmod, link, mkdir, readdir, readFile, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import { saveQuickly } from '../../electron/posts/quick-save'
import { revisionOf } from '../../electron/posts/revision'
import { withTempFolder } from '../support/temp-folder'

const tempFolder = withTempFolder()
let root = ''
const old = 'old text\n'
const temp = '.temp.tmp'

beforeEach(async () => {
  root = join(tempFolder(), 'posts')
  await mkdir(root)
  await writeFile(at('a.md'), old)
})

const at = (id: string): string => join(root, id)
const atOnce = async (): Promise<void> => undefined
const save = (id: string, text = 'new\n', mayReplace: (path: string) => Promise<void> = atOnce, base = old) =>
  saveQuickly({ root, id, bytes: Buffer.from(text), base: revisionOf(Buffer.from(base)), temp }, mayReplace)
const names = async () => (await readdir(root)).sort()

describe.each([
  ['small', 'new\n'],
  ['large, the disk waited for by another thread', 'a new line\n'.repeat(60_000)],
])('a plain save, %s', (_size, text) => {
  test('replaces the file, keeps its mode, answers its revision and leaves nothing beside it', async () => {
    await chmod(at('a.md'), 0o640)
    const result = await save('a.md', text)
    expect(await readFile(at('a.md'), 'utf8')).toBe(text)
    const { mode, mtimeMs } = await stat(at('a.md'))
    expect(mode & 0o7777).toBe(0o640)
    expect(result).toEqual({ kind: 'saved', revision: revisionOf(Buffer.from(text)), modifiedMs: mtimeMs })
    expect(await names()).toEqual(['a.md'])
  })

  test('replaces nothing before it may', async () => {
    const seen: string[] = []
    await save('a.md', text, async (path) => {
      while (!(await names()).includes(temp)) await stat(root)
      seen.push(path, await readFile(path, 'utf8'))
    })
    expect(seen).toEqual([at('a.md'), old])
  })

  test('a change while it waits is seen, also with the same size and time', async () => {
    const { atime, mtime } = await stat(at('a.md'))
    const result = await save('a.md', text, async (path) => {
      await writeFile(path, 'OLD TEXT\n')
      await utimes(path, atime, mtime)
    })
    expect(result).toBeNull()
    expect(await readFile(at('a.md'), 'utf8')).toBe('OLD TEXT\n')
    expect(await names()).toEqual(['a.md'])
  })

  test('an old file of several pieces is known by its revision', async () => {
    const long = 'An old line, as long as any.\n'.repeat(30_000)
    await writeFile(at('a.md'), long)
    expect(await save('a.md', text, atOnce, `${long}x`)).toBeNull()
    expect(await save('a.md', text, atOnce, long)).toMatchObject({ kind: 'saved' })
  })

  test('two at once in one thread', async () => {
    await writeFile(at('b.md'), old)
    const both = await Promise.all([
      save('a.md', text),
      saveQuickly(
        { root, id: 'b.md', bytes: Buffer.from(text), base: revisionOf(Buffer.from(old)), temp: '.b.tmp' },
        atOnce,
      ),
    ])
    expect(both.map((result) => result?.kind)).toEqual(['saved', 'saved'])
    expect(await readFile(at('b.md'), 'utf8')).toBe(text)
    expect(await names()).toEqual(['a.md', 'b.md'])
  })
})

test('follows a link to the real file', async () => {
  await symlink('a.md', at('link.md'))
  expect(await save('link.md')).toMatchObject({ kind: 'saved' })
  expect(await readFile(at('a.md'), 'utf8')).toBe('new\n')
})

describe('leaves to others, with nothing changed,', () => {
  const cases: readonly [what: string, prepare: () => Promise<unknown>, id?: string, text?: string][] = [
    ['a file with two names', () => link(at('a.md'), at('other.md'))],
    ['a file marked as read-only', () => chmod(at('a.md'), 0o444)],
    ['a file that is not there', async () => undefined, 'none.md'],
    ['a file of another text', () => writeFile(at('a.md'), 'theirs')],
    ['the same text', async () => undefined, 'a.md', old],
    ['an id that leads out', () => writeFile(join(root, '../b.md'), old), '../b.md'],
    ['a link that leads out', () => outsideLink(), 'out.md'],
    ['a folder in its place', () => mkdir(at('folder.md')), 'folder.md'],
  ]
  const outsideLink = async () => {
    await writeFile(join(root, '../b.md'), old)
    await symlink('../b.md', at('out.md'))
  }

  test.each(cases)('%s', async (_what, prepare, id = 'a.md', text = 'new\n') => {
    await prepare()
    const before = await Promise.all([names(), contents()])
    expect(await save(id, text)).toBeNull()
    expect(await Promise.all([names(), contents()])).toEqual(before)
  })

  test.skipIf(process.platform === 'win32')('a named pipe', async () => {
    execFileSync('mkfifo', [at('pipe.md')])
    expect(await save('pipe.md')).toBeNull()
  })

  test('a temporary file that is there already', async () => {
    await writeFile(at(temp), 'of another save')
    expect(await save('a.md')).toBeNull()
    expect(await readFile(at(temp), 'utf8')).toBe('of another save')
  })
})

const contents = async () => {
  const files = (await readdir(root, { withFileTypes: true })).filter((entry) => entry.isFile())
  return Promise.all(files.map(({ name }) => readFile(at(name), 'utf8')))
}
