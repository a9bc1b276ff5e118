import { readdirSync } from 'node:fs'
import { mkdir, rename, rm, symlink, writeFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import type { FileStep } from '../../../../electron/posts/operations/file-step'
import { operationsInFolder } from '../../../support/operations-in-folder'

const { folder, at, operations } = operationsInFolder()
const create = (name: string): FileStep => ({ kind: 'create', path: at(name), bytes: Buffer.from(name) })
const move = (from: string, to: string): FileStep => ({ kind: 'move', from: at(from), to: at(to) })
const run = async (...steps: FileStep[]) => {
  const { undo } = await operations().run({ title: 'Work', steps, afterCrash: 'finish' })
  return undo ?? ''
}
const tree = () =>
  readdirSync(folder(), { recursive: true, encoding: 'utf8' })
    .filter((name) => !name.startsWith('records'))
    .sort()

test('taking back a copy takes the folders with it that it made, and no other', async () => {
  await mkdir(at('posts/empty'), { recursive: true })
  const undo = await run(
    create('posts/copy/img/small/a.png'),
    create('posts/copy/index.md'),
    create('posts/empty/b.md'),
  )
  await operations().undo(undo)
  expect(tree()).toEqual(['posts', 'posts/empty'])
})

test('a move into a new folder is taken back with the folder, done again and taken back again', async () => {
  await writeFile(at('a.md'), 'a')
  const undo = await run(move('a.md', 'new/deep/a.md'))
  const back = await operations().undo(undo)
  expect(tree()).toEqual(['a.md'])
  const again = await operations().undo(back.undo ?? '')
  expect(tree()).toEqual(['new', 'new/deep', 'new/deep/a.md'])
  await operations().undo(again.undo ?? '')
  expect(tree()).toEqual(['a.md'])
})

test('a folder that holds something by now stays, with what it holds', async () => {
  const undo = await run(create('copy/index.md'), create('copy/img/a.png'))
  await writeFile(at('copy/mine.txt'), 'mine')
  await operations().undo(undo)
  expect(tree()).toEqual(['copy', 'copy/mine.txt'])
})

test('a folder stays where a changed file of the copy does', async () => {
  const undo = await run(create('copy/img/a.png'), create('copy/index.md'))
  await writeFile(at('copy/img/a.png'), 'painted over')
  await operations().undo(undo)
  expect(tree()).toEqual(['copy', 'copy/img', 'copy/img/a.png'])
})

test('a folder that was emptied by hand goes with the copy it belongs to', async () => {
  const undo = await run(create('copy/img/a.png'), create('copy/index.md'))
  await rm(at('copy/img/a.png'))
  await operations().undo(undo)
  expect(tree()).toEqual([])
})

test('another folder of the same name is not taken for one that was made', async () => {
  const undo = await run(create('one/a.md'), create('two/b.md'))
  await rm(at('one'), { recursive: true })
  await mkdir(at('one'))
  await operations().undo(undo)
  expect(tree()).toEqual(['one'])
})

test('a link in the place of a folder that was made is not removed', async () => {
  const undo = await run(create('copy/index.md'))
  await rename(at('copy'), at('elsewhere'))
  await symlink(at('elsewhere'), at('copy'))
  await operations().undo(undo)
  expect(tree()).toEqual(['copy', 'elsewhere'])
})

test('an operation that fails leaves no folder it made', async () => {
  await writeFile(at('b'), 'b')
  const steps: FileStep[] = [
    create('copy/img/a.png'),
    { kind: 'trash', path: at('b'), bytes: Buffer.from('b') },
  ]
  const failing = operations((path) => (path === at('b') ? Promise.reject(new Error('no bin')) : rm(path)))
  await expect(failing.run({ title: 'Copy', steps, afterCrash: 'finish' })).rejects.toThrow('no bin')
  expect(tree()).toEqual(['b'])
})

test('taking back that a crash cut short removes the folders at the next start', async () => {
  const undo = await run(create('copy/img/a.png'), create('copy/index.md'))
  const { promise: halfWay, resolve: stop } = Promise.withResolvers<void>()
  const dying = operations((path) => {
    if (path !== at('copy/img/a.png')) return rm(path)
    stop()
    return new Promise(() => undefined) // as after a crash, nothing continues
  })
  void dying.undo(undo)
  await halfWay
  expect(tree()).toEqual(['copy', 'copy/img', 'copy/img/a.png'])
  await operations().recover()
  expect(tree()).toEqual([])
})
