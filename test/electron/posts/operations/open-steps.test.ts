import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { FileStep } from '../../../../electron/posts/operations/file-step'
import { openFiles, openInWords } from '../../../../electron/posts/operations/open-steps'

const root = join('/', 'site', 'posts')
const bytes = Buffer.from('x')
const write = (name: string): FileStep => ({
  kind: 'write',
  path: join(root, name),
  before: bytes,
  after: bytes,
})
const move = (from: string, to: string): FileStep => ({
  kind: 'move',
  from: join(root, from),
  to: join(root, to),
})
const create = (name: string): FileStep => ({ kind: 'create', path: join(root, name), bytes })
const trash = (name: string): FileStep => ({ kind: 'trash', path: join(root, name), bytes })
const open = (...steps: readonly FileStep[]) => steps.map((step) => ({ step, reason: 'It is read-only.' }))

const links = Array.from({ length: 149 }, (_, at) => write(`${at}/index.md`))
const rename = [...links, write('old.md'), move('old.md', 'new.md')]

test.each<readonly [string, readonly FileStep[], readonly FileStep[]]>([
  ['3 of 150 files still have the old link', links.slice(0, 3), rename],
  ['1 of 150 files still has the old link', links.slice(7, 8), rename],
  ['old.md still has its old name', [move('old.md', 'new.md')], rename],
  ['old.md still has its old name, and 150 of 150 files still have the old link', rename, rename],
  ['a.md is still in its old folder', [move('a.md', 'sub/a.md')], [move('a.md', 'sub/a.md')]],
  [
    '2 of 2 files are still in their old folder',
    [move('a.md', 'sub/a.md'), move('a.png', 'sub/a.png')],
    [move('a.md', 'sub/a.md'), move('a.png', 'sub/a.png')],
  ],
  ['1 of 1 file is still unchanged', [write('a.md')], [write('a.md')]],
  ['2 of 3 files are not written yet', [create('a'), create('b')], [create('a'), create('b'), create('c')]],
  ['1 of 2 files is still there', [trash('a')], [trash('a'), trash('b')]],
  ['', [], rename],
])('%s', (words, steps, all) => {
  expect(openInWords(open(...steps), all)).toBe(words)
})

test('of a file that others changed it is not said what it has', () => {
  expect(openInWords([{ step: write('old.md'), reason: 'It changed.', isChanged: true }], rename)).toBe(
    '1 of 150 files may still have the old link',
  )
})

test('files that have one name are told apart by their folders', () => {
  expect(openFiles(open(...links.slice(0, 2)), rename)).toEqual([
    '0/index.md: It is read-only.',
    '1/index.md: It is read-only.',
  ])
  expect(openFiles(open(write('a/b.md')), [write('a/b.md')])).toEqual(['b.md: It is read-only.'])
  expect(openFiles([], [])).toEqual([])
})

test('a reason that names the file itself is enough', () => {
  const step = write('0/index.md')
  const reason = 'Cannot save 0/index.md: the disk is full.'
  expect(openFiles([{ step, reason }], rename)).toEqual([reason])
})
