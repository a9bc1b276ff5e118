import { execFileSync, spawnSync } from 'node:child_process'
import { chmod, chown, cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readPost, savePost } from '../../electron/posts/post-file'
import {
  asNobody,
  can,
  hasOtherUser,
  isRoot,
  mountSmallDisk,
  nobody,
  remount,
  runScript,
} from '../support/fault-tools'
import { withSaverScript } from '../support/saver-script'
import { withTempFolder } from '../support/temp-folder'
import { tryOne } from '../support/trial'

const folder = withTempFolder()
let posts = ''
let file = ''
const script = withSaverScript()

beforeEach(async () => {
  await chmod(folder(), 0o755)
  posts = join(folder(), 'posts')
  file = join(posts, 'a.md')
  await mkdir(posts)
  await writeFile(file, 'old\n')
})

/** Saves once as another user, who has only the permissions that the test gave. */
const saveAsNobody = async () => {
  const { answers, ended } = runScript(script(), [posts, 'a.md', '1', '500'], asNobody)
  const { errors } = await ended
  return answers.at(-1)?.kind === 'ready' ? { kind: 'threw', message: errors } : answers.at(-1)
}

const asOther = (name: string, run: () => Promise<void>): void => {
  test(name, async (context) => {
    if (!can('acting as another user', hasOtherUser)) context.skip()
    await tryOne('Disks that are full, closed, away or read-only', run)
  })
}

asOther('a file of somebody else: refused with the reason, untouched', async () => {
  expect(await saveAsNobody()).toMatchObject({ kind: 'failed', reason: 'no-permission' })
  expect(await readFile(file, 'utf8')).toBe('old\n')
  expect(await readdir(posts)).toEqual(['a.md'])
})

asOther('a file that may be written in a folder that may not: written in place', async () => {
  await chmod(file, 0o666)
  expect(await saveAsNobody()).toMatchObject({ kind: 'saved' })
  expect(await readFile(file, 'utf8')).toContain('save 1')
  expect(await stat(file)).toMatchObject({ uid: 0 })
})

asOther('a file of another owner in an open folder: the owner is kept, not taken over', async () => {
  await chmod(file, 0o666)
  await chmod(posts, 0o777)
  expect(await saveAsNobody()).toMatchObject({ kind: 'saved' })
  expect(await readFile(file, 'utf8')).toContain('save 1')
  expect(await stat(file)).toMatchObject({ uid: 0, gid: 0 })
  expect(await readdir(posts)).toEqual(['a.md'])
})

asOther('a file that may not even be read', async () => {
  await chmod(file, 0o600)
  expect(await saveAsNobody()).toMatchObject({ kind: 'threw', message: expect.stringMatching(/permission/) })
})

test('owner and mode are kept by root too', async (context) => {
  if (!can('giving files away', isRoot)) context.skip()
  await chown(file, nobody, nobody)
  await chmod(file, 0o640)
  await saveNew()
  const { uid, gid, mode } = await stat(file)
  expect([uid, gid, mode & 0o7777]).toEqual([nobody, nobody, 0o640])
})

const saveNew = async () => {
  const { format, revision } = await readPost(posts, 'a.md')
  return savePost(posts, 'a.md', { text: 'new\n', format, base: revision })
}

const immutable = (flag: '+i' | '-i', path: string): boolean => spawnSync('chattr', [flag, path]).status === 0

test('a file marked unchangeable is refused and untouched', async (context) => {
  if (!can('chattr +i', isRoot && immutable('+i', file))) context.skip()
  try {
    expect(await saveNew()).toMatchObject({
      kind: 'failed',
      reason: 'no-permission',
      message: expect.stringMatching(/immutable/),
    })
    expect(await readFile(file, 'utf8')).toBe('old\n')
    expect(await readdir(posts)).toEqual(['a.md'])
  } finally {
    immutable('-i', file)
  }
})

let release: (() => void) | null = null
afterEach(() => {
  release?.()
  release = null
})

test('a disk that becomes read-only between reading and saving', async (context) => {
  const disk = join(folder(), 'disk')
  release = mountSmallDisk(disk, 1_000_000)
  if (!can('a disk of its own', release !== null)) context.skip()
  await cp(posts, disk, { recursive: true })
  const { format, revision } = await readPost(disk, 'a.md')
  remount(disk, 'ro')
  expect(await readPost(disk, 'a.md')).toMatchObject({ writable: false })
  const result = await savePost(disk, 'a.md', { text: 'new\n', format, base: revision })
  expect(result).toMatchObject({ kind: 'failed', reason: 'read-only' })
  remount(disk, 'rw')
  expect(await savePost(disk, 'a.md', { text: 'new\n', format, base: revision })).toMatchObject({
    kind: 'saved',
  })
})

test('a disk that goes away and comes back', async (context) => {
  const disk = join(folder(), 'disk')
  release = mountSmallDisk(disk, 1_000_000)
  if (!can('a disk of its own', release !== null)) context.skip()
  await cp(posts, disk, { recursive: true })
  const { format, revision } = await readPost(disk, 'a.md')
  release?.()
  expect(await savePost(disk, 'a.md', { text: 'new\n', format, base: revision })).toEqual({ kind: 'deleted' })
  release = mountSmallDisk(disk, 1_000_000)
  await cp(posts, disk, { recursive: true })
  expect(await savePost(disk, 'a.md', { text: 'new\n', format, base: revision })).toMatchObject({
    kind: 'saved',
  })
})

test('a file that is a mount of its own cannot be renamed over: it is written in place and says so', async (context) => {
  const source = join(folder(), 'elsewhere.md')
  await writeFile(source, 'old\n')
  const bound = isRoot && spawnSync('mount', ['--bind', source, file]).status === 0
  if (!can('a file mounted over another', bound)) context.skip()
  release = () => execFileSync('umount', [file])
  expect(await saveNew()).toMatchObject({
    kind: 'saved',
    note: expect.stringMatching(/does not allow replacing it/),
  })
  expect(await readFile(source, 'utf8')).toBe('new\n')
})
