import { existsSync } from 'node:fs'
import { chmod, link, mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { anchorsOf } from '../../../../electron/posts/operations/anchors'
import { doStep, type FileStep } from '../../../../electron/posts/operations/file-step'
import { foldersToMake } from '../../../../electron/posts/operations/made-folders'
import { dismissOperation, writeRecord } from '../../../../electron/posts/operations/record'
import { recoveryNotice } from '../../../../electron/posts/operations/recovery-notice'
import { operationsInFolder } from '../../../support/operations-in-folder'

const { at, text, operations, write } = operationsInFolder()
const move = (from: string, to: string): FileStep => ({ kind: 'move', from: at(from), to: at(to) })
const create = (name: string): FileStep => ({ kind: 'create', path: at(name), bytes: Buffer.from(name) })

let cuts = 0
/** What a process leaves if it dies after `done` steps. */
const cutShort = async (
  done: number,
  steps: readonly FileStep[],
  afterCrash: 'finish' | 'leave' = 'finish',
) => {
  const made = await foldersToMake(steps)
  const anchors = await anchorsOf(steps)
  const [id, title, total] = [`00000000${++cuts}-cut`, 'Rename old.md', steps.length]
  const record = { id, title, afterCrash, steps, made, emptied: [], anchors, before: 0, total }
  await writeRecord(at('records'), record)
  for (const step of steps.slice(0, done)) await doStep(step, { trash: (path) => rm(path) }, made)
}
const recover = () => operations().recover()
const there = (...names: string[]) => names.map((name) => existsSync(at(name)))

const renameOld = async (): Promise<readonly FileStep[]> => {
  await mkdir(at('site/img/old'), { recursive: true })
  await writeFile(at('site/img/old/a.png'), 'image')
  for (const name of ['one', 'two', 'old']) await writeFile(at(`site/${name}.md`), 'to old')
  return [
    write('site/one.md', 'to old', 'to new'),
    write('site/two.md', 'to old', 'to new'),
    write('site/old.md', 'to old', 'to new'),
    move('site/img/old', 'site/img/new'),
    move('site/old.md', 'site/new.md'),
  ]
}
const steps = [0, 1, 2, 3, 4, 5]

describe('something in the way of a rename that was cut short', () => {
  test.each(steps.slice(0, 5))('after step %i undoes it: no post leads to the other file', async (done) => {
    await cutShort(done, await renameOld())
    await writeFile(at('site/new.md'), 'theirs')
    expect(await recover()).toMatchObject([
      { kind: 'taken-back', left: [expect.stringContaining('new.md already exists')] },
    ])
    expect(await Promise.all(['one', 'two', 'old', 'new'].map((name) => text(`site/${name}.md`)))).toEqual([
      'to old',
      'to old',
      'to old',
      'theirs',
    ])
    expect([...there('site/img/old/a.png', 'site/img/new'), await recover()]).toEqual([true, false, []])
  })

  test('a post that was changed since is left alone, all others get the new link', async () => {
    await cutShort(1, await renameOld())
    await writeFile(at('site/two.md'), 'mine')
    expect(await recover()).toMatchObject([
      { kind: 'completed', left: [expect.stringContaining('two.md changed')] },
    ])
    expect([await text('site/one.md'), await text('site/two.md'), await text('site/new.md')]).toEqual([
      'to new',
      'mine',
      'to new',
    ])
  })
})

describe('the disk is not there', () => {
  test.each(steps)(
    'a rename that was cut short after step %i waits, and is finished when it is back',
    async (done) => {
      await cutShort(done, await renameOld())
      await rename(at('site'), at('unplugged'))
      expect(await recover()).toMatchObject([{ kind: 'waiting', folder: at('site') }])
      await mkdir(at('site')) // an empty mount point
      expect(await recover()).toMatchObject([
        { kind: 'waiting', folder: expect.stringContaining(at('site')) },
      ])
      expect(there('site/img', 'site/new.md')).toEqual([false, false])
      await rm(at('site'), { recursive: true })
      await rename(at('unplugged'), at('site'))
      await recover()
      expect([await text('site/one.md'), await text('site/two.md'), await text('site/new.md')]).toEqual([
        'to new',
        'to new',
        'to new',
      ])
      expect(there('site/img/new/a.png', 'site/img/old', 'site/old.md')).toEqual([true, false, false])
    },
  )

  test('a copy makes no folders on an empty mount point', async () => {
    await mkdir(at('site/posts'), { recursive: true })
    await writeFile(at('site/posts/a.md'), 'a')
    await cutShort(0, [create('site/posts/copy/img/a.png'), create('site/posts/copy/index.md')])
    await rename(at('site/posts'), at('unplugged'))
    await mkdir(at('site/posts'))
    expect(await recover()).toMatchObject([{ kind: 'waiting', folder: at('site/posts') }])
    expect(there('site/posts/copy')).toEqual([false])
    await rm(at('site/posts'), { recursive: true })
    await rename(at('unplugged'), at('site/posts'))
    expect(await recover()).toMatchObject([{ kind: 'completed' }])
    expect(there('site/posts/copy/img/a.png', 'site/posts/copy/index.md')).toEqual([true, true])
  })

  test('a folder that the operation emptied itself is not taken for that', async () => {
    await mkdir(at('from'))
    await mkdir(at('to'))
    await writeFile(at('from/a.md'), 'a')
    await cutShort(1, [move('from/a.md', 'to/a.md')])
    expect(await recover()).toEqual([])
    expect(there('to/a.md')).toEqual([true])
  })
})

describe('a post that takes no writing at the next start', () => {
  test.each([0, 1, 2])(
    'after step %i: the others get the new link, it is tried again and told',
    async (done) => {
      await cutShort(done, await renameOld())
      await chmod(at('site/two.md'), 0o444)
      const found = await recover()
      expect(found).toMatchObject(
        done === 2 ? [{ kind: 'completed' }] : [{ kind: 'unfinished', done: 4, total: 5 }],
      )
      expect([await text('site/one.md'), await text('site/new.md')]).toEqual(['to new', 'to new'])
      if (done === 2) return
      expect(found.map(recoveryNotice)).toEqual([
        {
          kind: 'warning',
          text: expect.stringMatching(
            /“Rename old.md” was interrupted: 1 of 3 files still has the old link\. .*read-only/,
          ),
          action: 'recover-again',
        },
      ])
      await chmod(at('site/two.md'), 0o644)
      expect(await recover()).toMatchObject([{ kind: 'completed', left: [] }])
      expect(await text('site/two.md')).toBe('to new')
      expect(await recover()).toEqual([])
    },
  )

  test('the renamed post itself gets its own links at its new place', async () => {
    await cutShort(0, await renameOld())
    await chmod(at('site/old.md'), 0o444)
    expect(await recover()).toMatchObject([{ kind: 'unfinished', done: 4 }])
    expect(await text('site/new.md')).toBe('to old')
    await chmod(at('site/new.md'), 0o644)
    expect(await recover()).toMatchObject([{ kind: 'completed' }])
    expect(await text('site/new.md')).toBe('to new')
  })

  test('where no post could get the new link, the post keeps its old name', async () => {
    await cutShort(0, await renameOld())
    const posts = ['one', 'two', 'old']
    for (const name of posts) await chmod(at(`site/${name}.md`), 0o444)
    const found = await recover()
    expect(found).toMatchObject([{ kind: 'unfinished', done: 0 }])
    expect(found.map(recoveryNotice)).toMatchObject([
      {
        text: '“Rename old.md” was interrupted: 2 of 2 files still have their old name, and 3 of 3 files still have the old link.',
        files: [
          expect.stringMatching(/one\.md.*read-only/),
          expect.stringMatching(/two\.md.*read-only/),
          expect.stringMatching(/old\.md.*read-only/),
          expect.stringMatching(/^img\/old: /),
          expect.stringMatching(/^old\.md: /),
        ],
        action: 'recover-again',
      },
    ])
    expect(there('site/old.md', 'site/img/old', 'site/new.md')).toEqual([true, true, false])
    for (const name of posts) await chmod(at(`site/${name}.md`), 0o644)
    expect(await recover()).toMatchObject([{ kind: 'completed' }])
    expect(there('site/old.md', 'site/img/old', 'site/new.md')).toEqual([false, false, true])
  })

  test('a folder in the place of a post does not stop the others, nor the start', async () => {
    await cutShort(0, await renameOld())
    await rm(at('site/one.md'))
    await mkdir(at('site/one.md'))
    expect(await recover()).toMatchObject([{ kind: 'unfinished' }])
    expect(await recover()).toMatchObject([{ kind: 'unfinished' }])
  })
})

describe('a crash in the middle of a move', () => {
  test('between the new name and the old one ends in the new name', async () => {
    const all = await renameOld()
    await cutShort(4, all)
    await link(at('site/old.md'), at('site/new.md'))
    expect(await recover()).toMatchObject([{ kind: 'completed' }])
    expect([...there('site/old.md'), await text('site/new.md')]).toEqual([false, 'to new'])
  })

  test('the same for a link, an empty file and an empty folder that took the name', async () => {
    await symlink('elsewhere', at('a'))
    await symlink('elsewhere', at('b'))
    await cutShort(0, [move('a', 'b')])
    expect(await recover()).toMatchObject([{ kind: 'completed' }])
    await writeFile(at('c'), 'text')
    await writeFile(at('d'), '')
    await cutShort(0, [move('c', 'd')])
    expect(await recover()).toMatchObject([{ kind: 'completed' }])
    await mkdir(at('e/full'), { recursive: true })
    await mkdir(at('f'))
    await cutShort(0, [move('e', 'f')])
    expect(await recover()).toMatchObject([{ kind: 'completed' }])
    expect([await text('d'), ...there('c', 'e', 'f/full')]).toEqual(['text', false, false, true])
  })
})

test('an operation that waits for a deleted folder is not tried again once it is dismissed', async () => {
  await mkdir(at('gone'))
  await writeFile(at('gone/a'), 'old')
  await cutShort(0, [write('gone/a', 'old', 'new')])
  await rm(at('gone'), { recursive: true })
  const [found] = await recover()
  expect(found).toMatchObject({ kind: 'waiting', folder: at('gone') })
  await dismissOperation(at('records'), 'another')
  expect(await recover()).toHaveLength(1)
  await dismissOperation(at('records'), found?.kind === 'waiting' ? found.undo : '')
  expect(await recover()).toEqual([])
})

test('an operation that left a changed file alone is not called complete', async () => {
  for (const name of ['a', 'b']) await writeFile(at(name), 'old')
  await cutShort(
    1,
    ['a', 'b', 'c'].map((name) => write(name, 'old', 'new')),
  )
  await writeFile(at('c'), 'changed since')
  const [notice] = (await recover()).map(recoveryNotice)
  expect(notice).toMatchObject({
    kind: 'warning',
    text: '“Rename old.md” was interrupted and has been resumed: 1 of 3 files is still unchanged. c changed on disk and was left as it is.',
  })
  expect(notice?.text).not.toContain('complete')
  expect(await Promise.all(['a', 'b', 'c'].map(text))).toEqual(['new', 'new', 'changed since'])
})

test('an operation that was done when its process ended is not told', async () => {
  await cutShort(5, await renameOld())
  expect(await recover()).toEqual([])
  expect(await text('site/new.md')).toBe('to new')
})

test('one that cannot be brought to its end does not keep the others from theirs', async () => {
  await cutShort(0, await renameOld())
  await chmod(at('site/one.md'), 0o444)
  await writeFile(at('z'), 'old')
  await writeRecord(at('records'), {
    id: 'zzz-cut',
    title: 'Other',
    afterCrash: 'finish',
    steps: [write('z', 'old', 'new')],
    made: [],
    emptied: [],
    anchors: [],
    before: 0,
    total: 1,
  })
  expect((await recover()).map(({ kind }) => kind)).toEqual(['unfinished', 'completed'])
  expect(await text('z')).toBe('new')
})
