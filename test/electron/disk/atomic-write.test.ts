import {
  chmod,
  link,
  lstat,
  mkdir,
  readdir,
  readFile,
  readlink,
  stat,
  symlink,
  writeFile,
} from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { writeAtomically } from '../../../electron/disk/atomic-write'
import { sweepTempFiles } from '../../../electron/disk/temp-files'
import { withTempFolder } from '../../support/temp-folder'

const tempFolder = withTempFolder()
let folder = ''
beforeEach(async () => {
  folder = tempFolder()
})

const at = (name: string): string => join(folder, name)
const bytes = (text: string): Uint8Array => Buffer.from(text)
const textOf = (name: string): Promise<string> => readFile(at(name), 'utf8')
const onlyNames = async (...names: string[]) => expect((await readdir(folder)).sort()).toEqual(names.sort())

describe('writeAtomically', () => {
  test('replaces a file and leaves nothing beside it', async () => {
    await writeFile(at('a.md'), 'old')
    expect(await writeAtomically(at('a.md'), bytes('new'))).toMatchObject({ how: 'replaced' })
    expect(await textOf('a.md')).toBe('new')
    await onlyNames('a.md')
  })

  test('keeps the mode', async () => {
    await writeFile(at('a.md'), 'old')
    await chmod(at('a.md'), 0o640)
    await writeAtomically(at('a.md'), bytes('new'))
    expect((await stat(at('a.md'))).mode & 0o7777).toBe(0o640)
  })

  test('writes through a link to the real file', async () => {
    await mkdir(at('deep'))
    await writeFile(at('deep/real.md'), 'old')
    await symlink('deep/real.md', at('a.md'))
    await writeAtomically(at('a.md'), bytes('new'))
    expect(await readlink(at('a.md'))).toBe('deep/real.md')
    expect(await textOf('deep/real.md')).toBe('new')
  })

  test('keeps hard links together and says so', async () => {
    await writeFile(at('a.md'), 'a longer old text')
    await link(at('a.md'), at('b.md'))
    expect(await writeAtomically(at('a.md'), bytes('new'))).toMatchObject({
      how: 'in-place',
      why: 'hard-link',
    })
    expect(await textOf('b.md')).toBe('new')
    expect((await stat(at('b.md'))).nlink).toBe(2)
  })

  test.each([0o444, 0o400])('refuses a file marked read-only (%o), even as root', async (mode) => {
    await writeFile(at('a.md'), 'old')
    await chmod(at('a.md'), mode)
    await expect(writeAtomically(at('a.md'), bytes('new'))).rejects.toMatchObject({ kind: 'read-only' })
    expect(await textOf('a.md')).toBe('old')
    await onlyNames('a.md')
  })

  test('refuses a folder, a missing file and a dangling link', async () => {
    await mkdir(at('dir.md'))
    await symlink('nowhere.md', at('dangling.md'))
    await expect(writeAtomically(at('dir.md'), bytes('x'))).rejects.toMatchObject({ kind: 'not-a-file' })
    await expect(writeAtomically(at('none.md'), bytes('x'))).rejects.toMatchObject({ kind: 'not-found' })
    await expect(writeAtomically(at('dangling.md'), bytes('x'))).rejects.toMatchObject({ kind: 'not-found' })
    await onlyNames('dir.md', 'dangling.md')
  })

  test('takes a name of 255 bytes', async () => {
    const name = `${'é'.repeat(126)}.md`
    await writeFile(at(name), 'old')
    await writeAtomically(at(name), bytes('new'))
    expect(await textOf(name)).toBe('new')
  })

  test('names that differ in their normal form only are two files', async () => {
    const [composed, decomposed] = ['é.md', 'e\u0301.md']
    await writeFile(at(composed), 'one')
    await writeFile(at(decomposed), 'two')
    if ((await readdir(folder)).length === 1) return // macOS: one file with two spellings
    await writeAtomically(at(decomposed), bytes('new'))
    expect(await textOf(composed)).toBe('one')
    expect(await textOf(decomposed)).toBe('new')
  })

  test('a last look that throws leaves the old file and no other', async () => {
    await writeFile(at('a.md'), 'old')
    const stop = writeAtomically(at('a.md'), bytes('new'), {
      beforeReplace: () => Promise.reject(new Error('changed')),
    })
    await expect(stop).rejects.toThrow('changed')
    expect(await textOf('a.md')).toBe('old')
    await onlyNames('a.md')
  })

  test('a check that answers leaves the old file and no other, and its answer is the outcome', async () => {
    await writeFile(at('a.md'), 'old')
    await writeFile(at('linked.md'), 'old')
    await link(at('linked.md'), at('other name.md'))
    const changed = { how: 'changed' } as const
    const stop = async () => changed
    const wasReplaced = vi.fn()
    for (const name of ['a.md', 'linked.md'])
      for (const check of [{ beforeWrite: stop }, { beforeReplace: stop }]) {
        const options = { ...check, onReplaced: wasReplaced }
        expect(await writeAtomically<typeof changed>(at(name), bytes('new'), options)).toBe(changed)
        expect(await textOf(name)).toBe('old')
      }
    expect(wasReplaced).not.toHaveBeenCalled()
    await onlyNames('a.md', 'linked.md', 'other name.md')
  })

  test('create never takes the place of a file that appeared meanwhile', async () => {
    const write = writeAtomically(at('a.md'), bytes('mine'), {
      create: true,
      beforeReplace: () => writeFile(at('a.md'), 'theirs').then(() => undefined),
    })
    await expect(write).rejects.toMatchObject({ kind: 'already-exists' })
    expect(await textOf('a.md')).toBe('theirs')
    await onlyNames('a.md')
  })

  test('create makes a file with one name', async () => {
    await writeAtomically(at('a.md'), bytes('mine'), { create: true })
    expect((await lstat(at('a.md'))).nlink).toBe(1)
    await onlyNames('a.md')
  })

  test('writes of one file wait for each other, the last one stays', async () => {
    await writeFile(at('a.md'), 'old')
    const texts = Array.from({ length: 20 }, (_, index) => `${index}`.repeat(1000 * (20 - index)))
    await Promise.all(texts.map((text) => writeAtomically(at('a.md'), bytes(text))))
    expect(await textOf('a.md')).toBe(texts.at(-1))
    await onlyNames('a.md')
  })
})

describe('sweepTempFiles', () => {
  test('takes what a dead process left, at any depth, and nothing else', async () => {
    await mkdir(at('posts/node_modules'), { recursive: true })
    await writeFile(at('a.md'), 'old')
    let left = ''
    await writeAtomically(at('a.md'), bytes('new'), {
      beforeReplace: async () => {
        left = (await readdir(folder)).find((name) => name.endsWith('.tmp')) ?? ''
        expect(await sweepTempFiles(folder)).toEqual([]) // it is being written
      },
    })
    const ofDead = left.replace(`-${process.pid}-`, '-4194305-')
    const ofOtherMachine = ofDead.replace(/^\.postwright-.{8}/, '.postwright-00000000')
    for (const name of [
      left,
      `posts/${ofDead}`,
      ofOtherMachine,
      '.postwright-notes.tmp',
      `posts/node_modules/${ofDead}`,
    ])
      await writeFile(at(name), '')
    expect([...(await sweepTempFiles(folder))].sort()).toEqual([at(left), at(`posts/${ofDead}`)].sort())
  })
})
