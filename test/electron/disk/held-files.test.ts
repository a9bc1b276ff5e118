import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { withTempFolder } from '../../support/temp-folder'

const calls = vi.hoisted(() => ({
  rename: null as null | ((from: string, to: string) => Promise<void>),
  unlink: null as null | ((path: string) => Promise<void>),
  link: null as null | (() => Promise<void>),
  realpath: null as null | ((path: string) => Promise<void>),
}))
vi.mock('node:fs/promises', async (load) => {
  const real = await load<typeof import('node:fs/promises')>()
  return {
    ...real,
    rename: async (from: string, to: string) => {
      await calls.rename?.(String(from), String(to))
      return real.rename(from, to)
    },
    unlink: async (path: string) => {
      await calls.unlink?.(String(path))
      return real.unlink(path)
    },
    link: async (from: string, to: string) => {
      await calls.link?.()
      return real.link(from, to)
    },
    realpath: async (path: string) => {
      await calls.realpath?.(path)
      return real.realpath(path)
    },
  }
})
const { readPost, savePost } = await import('../../../electron/posts/post-file')
const { createOperations } = await import('../../../electron/posts/operations/operations')

const folder = withTempFolder()
const at = (name: string): string => join(folder(), name)
const refusal = (code: string) => Object.assign(new Error(`${code}: operation not permitted`), { code })
const platform = process.platform

/** Simulates Windows: its rules apply, and calls fail as they do there. */
beforeEach(() => {
  Object.defineProperty(process, 'platform', { value: 'win32' })
})
afterEach(() => {
  Object.defineProperty(process, 'platform', { value: platform })
  Object.assign(calls, { rename: null, unlink: null, link: null, realpath: null })
})

/** Makes the first calls fail, after `doing`. */
const failing = (times: number, code: string, doing = async (): Promise<void> => undefined) => {
  let left = times
  return async (): Promise<void> => {
    if (left-- <= 0) return
    await doing()
    throw refusal(code)
  }
}

describe('a save while another program holds the file', () => {
  const save = async () => {
    await writeFile(at('a.md'), 'old\n')
    const opened = await readPost(folder(), 'a.md')
    return () => savePost(folder(), 'a.md', { text: 'mine\n', format: opened.format, base: opened.revision })
  }
  const theirs = () => writeFile(at('a.md'), 'TEXT OF THE OTHER PROGRAM\n')

  test.each(['EPERM', 'EACCES', 'EBUSY'])(
    'and writes it (%s) is a conflict, and its text stays',
    async (code) => {
      const mine = await save()
      calls.rename = failing(2, code, theirs)
      expect(await mine()).toMatchObject({
        kind: 'conflict',
        onDisk: { text: 'TEXT OF THE OTHER PROGRAM\n' },
      })
      expect(await readFile(at('a.md'), 'utf8')).toBe('TEXT OF THE OTHER PROGRAM\n')
    },
  )

  test('for longer than we wait, and writes it, is a conflict too', async () => {
    const mine = await save()
    calls.rename = failing(1000, 'EBUSY', theirs)
    expect(await mine()).toMatchObject({ kind: 'conflict' })
    expect(await readFile(at('a.md'), 'utf8')).toBe('TEXT OF THE OTHER PROGRAM\n')
  })

  test('and writes it at the very end is a conflict too', async () => {
    const mine = await save()
    let tries = 0
    calls.rename = async () => {
      if (++tries === 6) await theirs()
      throw refusal('EPERM')
    }
    expect(await mine()).toMatchObject({ kind: 'conflict' })
    expect(await readFile(at('a.md'), 'utf8')).toBe('TEXT OF THE OTHER PROGRAM\n')
  })

  test('and takes it away is told as such', async () => {
    const mine = await save()
    const { rm } = await import('node:fs/promises')
    calls.rename = failing(2, 'EPERM', () => rm(at('a.md'), { force: true }))
    expect(await mine()).toEqual({ kind: 'deleted' })
  })

  test('and only reads it is done when it lets go', async () => {
    const mine = await save()
    calls.rename = failing(2, 'EPERM')
    expect(await mine()).toMatchObject({ kind: 'saved' })
    expect(await readFile(at('a.md'), 'utf8')).toBe('mine\n')
  })
})

describe('an operation while another program holds a file', () => {
  const rename = () => ({
    title: 'Rename a to b',
    afterCrash: 'finish' as const,
    steps: [{ kind: 'move' as const, from: at('a.md'), to: at('b.md') }],
  })
  const operations = () => createOperations({ folder: at('records'), trash: async () => undefined })

  test('waits for a moment until it lets go', async () => {
    await writeFile(at('a.md'), 'old\n')
    calls.unlink = failing(1, 'EPERM')
    expect(await operations().run(rename())).toMatchObject({ done: 1 })
    await expect(readFile(at('a.md'))).rejects.toThrow(/ENOENT/)
    expect(await readFile(at('b.md'), 'utf8')).toBe('old\n')
  })

  test('the same where there are no links', async () => {
    await writeFile(at('a.md'), 'old\n')
    calls.link = failing(10, 'EISDIR')
    let held = true
    calls.rename = async (from) => {
      if (!from.endsWith('a.md') || !held) return
      held = false
      throw refusal('EPERM')
    }
    expect(await operations().run(rename())).toMatchObject({ done: 1 })
    expect(await readFile(at('b.md'), 'utf8')).toBe('old\n')
  })

  test('never replaces what takes the new name in that moment', async () => {
    await writeFile(at('a.md'), 'old\n')
    calls.link = failing(10, 'EISDIR')
    let held = true
    calls.rename = async (from) => {
      if (!from.endsWith('a.md') || !held) return
      held = false
      await writeFile(at('b.md'), 'THEIRS\n')
      throw refusal('EPERM')
    }
    await expect(operations().run(rename())).rejects.toThrow(/Another program created a file with this name/)
    expect(await readFile(at('b.md'), 'utf8')).toBe('THEIRS\n')
    expect(await readFile(at('a.md'), 'utf8')).toBe('old\n')
  })

  test('held for good, nothing is done and nothing is left', async () => {
    await writeFile(at('a.md'), 'old\n')
    calls.unlink = async (path) => {
      if (path.endsWith('a.md')) throw refusal('EBUSY')
    }
    await expect(operations().run(rename())).rejects.toThrow(/Another program is using it/)
    await expect(readFile(at('b.md'))).rejects.toThrow(/ENOENT/)
    expect(await operations().recover()).toEqual([])
  })

  test('is told as finished, and can be taken back, where its record cannot be moved', async () => {
    await writeFile(at('a.md'), 'old\n')
    calls.rename = async (_from, to) => {
      if (to.includes('finished')) throw refusal('EPERM')
    }
    const kept = operations()
    const { done, undo } = await kept.run(rename())
    expect(done).toBe(1)
    await kept.undo(undo ?? '')
    expect(await readFile(at('a.md'), 'utf8')).toBe('old\n')
  })

  test('and its record is silently closed at the next start', async () => {
    await writeFile(at('a.md'), 'old\n')
    calls.rename = async (_from, to) => {
      if (to.includes('finished')) throw refusal('EPERM')
    }
    await operations().run(rename())
    calls.rename = null
    expect(await operations().recover()).toEqual([])
    expect(await readFile(at('b.md'), 'utf8')).toBe('old\n')
  })
})

describe('on FAT and exFAT, where a link fails with EISDIR', () => {
  const create = (text: string) =>
    savePost(folder(), 'new.md', {
      text,
      format: { bom: false, eol: '\n', terminators: null, encoding: 'utf-8' },
      base: null,
    })

  test('a new post is saved, and never over one that is there', async () => {
    calls.link = failing(10, 'EISDIR')
    expect(await create('hello\n')).toMatchObject({ kind: 'saved' })
    expect(await create('other\n')).toMatchObject({ kind: 'conflict' })
    expect(await readFile(at('new.md'), 'utf8')).toBe('hello\n')
  })
})

test('on a RAM disk, where real paths fail with EISDIR, posts open and save', async () => {
  calls.realpath = async () => {
    throw refusal('EISDIR')
  }
  await writeFile(at('a.md'), 'old\n')
  const { format, revision } = await readPost(folder(), 'a.md')
  const result = await savePost(folder(), 'a.md', { text: 'new\n', format, base: revision })
  expect(result).toMatchObject({ kind: 'saved' })
})
