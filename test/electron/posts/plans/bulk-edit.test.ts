import { readFile, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createOperations } from '../../../../electron/posts/operations/operations'
import type { OperationToRun } from '../../../../electron/posts/operations/run'
import { planBulkEdit } from '../../../../electron/posts/plans/bulk-edit'
import type { BulkChange } from '../../../../shared/front-matter/edit/bulk-change'
import { withTempFolder } from '../../../support/temp-folder'

const root = withTempFolder()
const records = withTempFolder()
const operations = () =>
  createOperations({ folder: records(), trash: () => Promise.reject(new Error('not here')) })
const carryOut = (steps: OperationToRun['steps'], rest: Partial<OperationToRun> = {}) =>
  operations().run({ title: 'Bulk edit', steps, afterCrash: 'leave', ...rest })
const takeBack = (undo: string | null) => operations().undo(undo ?? '')
const posts: Readonly<Record<string, string>> = {
  'a.md': '---\ntitle: A\ntags: [one, two] # t\ndraft: False\n---\nbody\n',
  'b.md': '---\r\ntitle: B\r\ntags:\r\n  - two\r\n  - three\r\n---\r\nbody \udce9\r\n',
  'c.md': '---\ntitle: Foo: C\nfeatured: yes\n---\n',
  'd.md': 'no head\n',
  'e.md': '+++\ntitle = "E"\n+++\n',
}
const ids = Object.keys(posts)

const write = async () => {
  // One byte that is not UTF-8, one file with a byte-order mark.
  for (const [id, text] of Object.entries(posts))
    await writeFile(
      join(root(), id),
      Buffer.concat([
        Buffer.from(id === 'a.md' ? '\ufeff' : ''),
        Buffer.from(text.replace('\udce9', ''), 'utf8'),
        Buffer.from(id === 'b.md' ? [0xe9] : []),
      ]),
    )
}
const bytes = async (id: string) => (await readFile(join(root(), id))).toString('latin1')
const all = async () =>
  Object.fromEntries(await Promise.all(ids.map(async (id) => [id, await bytes(id)] as const)))

const run = async (...changes: BulkChange[]) => {
  await write()
  const before = await all()
  const plan = await planBulkEdit(root(), ids, changes)
  expect(await all()).toEqual(before) // a plan writes nothing
  const result = await carryOut(plan.steps)
  const after = await all()
  await takeBack(result.undo)
  expect(await all()).toEqual(before) // one undo restores every byte
  return { plan, result, after, kinds: Object.fromEntries(plan.posts.map((post) => [post.id, post.kind])) }
}

test('a flag is set in its own spelling, added where it lacks, with a head where there is none', async () => {
  const { after, kinds, plan } = await run({ kind: 'flag', key: 'draft', on: true })
  expect(kinds).toEqual({
    'a.md': 'changed',
    'b.md': 'changed',
    'c.md': 'changed',
    'd.md': 'changed',
    'e.md': 'changed',
  })
  expect(after['d.md']).toBe('---\ndraft: true\n---\n\nno head\n')
  expect(plan.posts[0]).toMatchObject({
    hunks: [{ line: 4, before: ['draft: False\n'], after: ['draft: True\n'] }],
  })
  expect(after['a.md']).toContain('draft: True\n---\nbody\n')
  expect(after['b.md']).toContain('  - three\r\ndraft: true\r\n---\r\n')
  expect(after['e.md']).toBe('+++\ntitle = "E"\ndraft = true\n+++\n')
})

test('a tag is added, not twice', async () => {
  const { after, kinds } = await run({ kind: 'add-tag', key: 'tags', tag: 'three' })
  expect(kinds).toMatchObject({ 'a.md': 'changed', 'b.md': 'same', 'd.md': 'changed', 'e.md': 'changed' })
  expect(after['d.md']).toBe('---\ntags: [three]\n---\n\nno head\n')
  expect(after['a.md']).toContain('tags: [one, two, three] # t\n')
})

test('a tag is renamed, and removed where the new name stands already', async () => {
  const { after, kinds } = await run({ kind: 'rename-tag', key: 'tags', tag: 'two', to: 'three' })
  expect(kinds).toEqual({
    'a.md': 'changed',
    'b.md': 'changed',
    'c.md': 'refused', // it cannot be read, so its tags are unknown
    'd.md': 'same',
    'e.md': 'same',
  })
  expect(after['a.md']).toContain('tags: [one, three] # t\n')
  expect(after['b.md']).toContain('tags:\r\n  - three\r\n---')
})

test('what a post without a head does not have is not taken from it', async () => {
  for (const change of [
    { kind: 'flag', key: 'draft', on: false },
    { kind: 'remove-field', key: 'title' },
    { kind: 'rename-field', key: 'title', to: 'name' },
  ] as const)
    expect((await run(change)).kinds).toMatchObject({ 'd.md': 'same' })
})

test('a head is started with the line ends of the text below it', async () => {
  await writeFile(join(root(), 'd.md'), '\ufeffone\r\ntwo\r\n')
  const { steps } = await planBulkEdit(root(), ['d.md'], [{ kind: 'flag', key: 'draft', on: true }])
  await carryOut(steps)
  expect(await readFile(join(root(), 'd.md'), 'utf8')).toBe(
    '\ufeff---\r\ndraft: true\r\n---\r\n\r\none\r\ntwo\r\n',
  )
})

test('a tag is removed', async () => {
  const { after } = await run({ kind: 'remove-tag', key: 'tags', tag: 'two' })
  expect(after['a.md']).toContain('tags: [one] # t\n')
  expect(after['b.md']).toContain('tags:\r\n  - three\r\n---')
})

test('several changes go together: a post takes all or none', async () => {
  const { after, kinds } = await run(
    { kind: 'set', key: 'title', value: 'Same: for all' },
    { kind: 'rename-field', key: 'tags', to: 'topics' },
    { kind: 'remove-field', key: 'draft' },
    { kind: 'set', key: 'author.name', value: 'Ann' },
  )
  expect(kinds).toEqual({
    'a.md': 'changed',
    'b.md': 'changed',
    'c.md': 'changed',
    'd.md': 'changed',
    'e.md': 'changed',
  })
  expect(after['a.md']).toContain(
    "---\ntitle: 'Same: for all'\ntopics: [one, two] # t\nauthor:\n  name: 'Ann'\n---\nbody\n",
  )
})

test('a post that changed since the plan is left alone, and so is one that changed since the edit', async () => {
  await write()
  const plan = await planBulkEdit(root(), ids, [{ kind: 'set', key: 'title', value: 'New' }])
  await writeFile(join(root(), 'a.md'), '---\ntitle: by hand\n---\n')
  const result = await carryOut(plan.steps)
  expect(result.failed.map(({ reason }) => reason)).toEqual(['a.md changed on disk and was left as it is.'])
  expect(await bytes('a.md')).toContain('by hand')
  expect(result.done).toBe(4)
  await writeFile(join(root(), 'b.md'), 'mine')
  await takeBack(result.undo)
  expect(await bytes('b.md')).toBe('mine')
  expect(await bytes('c.md')).toBe(posts['c.md'])
  expect(await bytes('e.md')).toBe(posts['e.md'])
})

test('a post that is not the one that was shown is refused', async () => {
  await write()
  const change = { kind: 'set', key: 'title', value: 'New' } as const
  const seen = await planBulkEdit(root(), ['a.md', 'b.md'], [change])
  const shown = new Map(seen.posts.map((post) => [post.id, post.kind === 'changed' ? post.revision : '']))
  await writeFile(join(root(), 'a.md'), '---\ntitle: by hand\n---\n')
  const plan = await planBulkEdit(root(), [...shown.keys()], [change], { shown })
  expect(plan.posts).toMatchObject([
    { id: 'a.md', kind: 'refused', reason: expect.stringContaining('changed since it was shown') },
    { id: 'b.md', kind: 'changed' },
  ])
  expect(plan.steps).toHaveLength(1)
})

test('it tells how far it is, and stops between two posts', async () => {
  await write()
  const plan = await planBulkEdit(root(), ids, [{ kind: 'set', key: 'title', value: 'New' }])
  const stop = new AbortController()
  const seen: string[] = []
  const result = await carryOut(plan.steps, {
    signal: stop.signal,
    onProgress: (done, total) => {
      seen.push(`${done}/${total}`)
      if (done === 2) stop.abort()
    },
  })
  expect(seen).toEqual(['1/5', '2/5'])
  expect(result.done).toBe(2)
  expect(await bytes('c.md')).toContain('Foo: C')
  await expect(planBulkEdit(root(), ids, [], { signal: stop.signal })).rejects.toMatchObject({
    kind: 'cancelled',
  })
})

test('nothing outside the folder, nothing that is not text', async () => {
  await write()
  await writeFile(join(root(), 'binary.md'), Buffer.from([0xff, 0xfe, 0, 1, 0, 0, 0]))
  await symlink('/etc/hostname', join(root(), 'link.md'))
  const plan = await planBulkEdit(
    root(),
    ['../x.md', 'link.md', 'binary.md', 'gone.md'],
    [{ kind: 'set', key: 'title', value: 'x' }],
  )
  expect(plan.posts.map(({ kind }) => kind)).toEqual(['refused', 'refused', 'refused', 'refused'])
})
