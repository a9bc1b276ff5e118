import { lstat, mkdir, readdir, readFile, readlink, rename, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { withTempFolder } from '../../../support/temp-folder'

const calls = vi.hoisted(() => ({
  /** Called right before the call that takes the new name. */
  beforeTaking: async (): Promise<void> => undefined,
  afterLinking: async (): Promise<void> => undefined,
  linkFails: '' as string,
}))
vi.mock('node:fs/promises', async (load) => {
  const real = await load<typeof import('node:fs/promises')>()
  const fails = (code: string) => Object.assign(new Error(`${code}: link`), { code })
  return {
    ...real,
    link: async (from: string, to: string) => {
      if (calls.linkFails !== '') throw fails(calls.linkFails)
      await calls.beforeTaking()
      await real.link(from, to)
      await calls.afterLinking()
    },
    mkdir: async (path: string, options?: object) => {
      if (options === undefined) await calls.beforeTaking()
      return real.mkdir(path, options)
    },
    symlink: async (target: string, path: string) => {
      await calls.beforeTaking()
      return real.symlink(target, path)
    },
  }
})
const { moveToFreeName, putAtFreeName } = await import('../../../../electron/disk/calls/take-name')

const folder = withTempFolder()
const at = (name: string): string => join(folder(), name)
const text = (name: string): Promise<string> => readFile(at(name), 'utf8')

beforeEach(() => {
  calls.beforeTaking = async () => undefined
  calls.afterLinking = async () => undefined
  calls.linkFails = ''
})

const refused = async (work: Promise<unknown>): Promise<void> => {
  await expect(work).rejects.toThrow(/EEXIST|ENOTEMPTY|of this name/)
}

describe('a move', () => {
  test.each(['file', 'link', 'folder'])('takes a %s to a free name', async (kind) => {
    if (kind === 'file') await writeFile(at('a'), 'mine')
    if (kind === 'link') await symlink('elsewhere', at('a'))
    if (kind === 'folder') {
      await mkdir(at('a'), { recursive: true })
      await writeFile(at('a/x'), 'mine')
    }
    const { ino } = await lstat(at('a'))
    await moveToFreeName(at('a'), at('b'))
    expect(await readdir(folder())).toEqual(['b'])
    if (kind === 'file') expect([(await lstat(at('b'))).ino, await text('b')]).toEqual([ino, 'mine'])
    if (kind === 'link') expect(await readlink(at('b'))).toBe('elsewhere')
    if (kind === 'folder') expect(await text('b/x')).toBe('mine')
  })

  test.each(['file', 'link', 'folder'])(
    'leaves a file alone that appears there at the last moment, and the %s where it is',
    async (kind) => {
      if (kind === 'file') await writeFile(at('a'), 'mine')
      if (kind === 'link') await symlink('elsewhere', at('a'))
      if (kind === 'folder') await mkdir(at('a'), { recursive: true })
      calls.beforeTaking = () => writeFile(at('b'), 'theirs')
      await refused(moveToFreeName(at('a'), at('b')))
      expect((await readdir(folder())).sort()).toEqual(['a', 'b'])
      expect(await text('b')).toBe('theirs')
    },
  )

  test('leaves a folder alone that appears there with something in it', async () => {
    await mkdir(at('a'), { recursive: true })
    await writeFile(at('a/x'), 'mine')
    calls.beforeTaking = async () => {
      await mkdir(at('b'), { recursive: true })
      await writeFile(at('b/y'), 'theirs')
    }
    await refused(moveToFreeName(at('a'), at('b')))
    expect([await text('a/x'), await text('b/y')]).toEqual(['mine', 'theirs'])
  })

  test('keeps what another program saves under the old name meanwhile', async () => {
    await writeFile(at('a'), 'mine')
    calls.afterLinking = async () => {
      await writeFile(at('other'), 'saved by another program')
      await rename(at('other'), at('a'))
    }
    await expect(moveToFreeName(at('a'), at('b'))).rejects.toThrow(/Another program wrote to the file/)
    expect([await readdir(folder()), await text('a')]).toEqual([['a'], 'saved by another program'])
  })
})

describe.each(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'])(
  'on a disk whose links fail with %s',
  (code) => {
    beforeEach(() => {
      calls.linkFails = code
    })

    test('a move goes to a free name', async () => {
      await writeFile(at('a'), 'mine')
      await moveToFreeName(at('a'), at('b'))
      expect([await readdir(folder()), await text('b')]).toEqual([['b'], 'mine'])
    })

    test('a move to a taken name is refused, an empty one included', async () => {
      await writeFile(at('a'), 'mine')
      for (const there of ['theirs', '']) {
        await writeFile(at('b'), there)
        await refused(moveToFreeName(at('a'), at('b')))
        expect([await text('a'), await text('b')]).toEqual(['mine', there])
      }
    })

    test('a new file is put at a free name only', async () => {
      await writeFile(at('temp'), 'new')
      expect(await putAtFreeName(at('temp'), at('b'))).toBe(false)
      await writeFile(at('temp'), 'newer')
      await refused(putAtFreeName(at('temp'), at('b')))
      expect(await text('b')).toBe('new')
    })
  },
)

test('a link that fails for another reason is told', async () => {
  calls.linkFails = 'ENOSPC'
  await writeFile(at('a'), 'mine')
  await expect(moveToFreeName(at('a'), at('b'))).rejects.toMatchObject({ code: 'ENOSPC' })
  expect(await readdir(folder())).toEqual(['a'])
})
