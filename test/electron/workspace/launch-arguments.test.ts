import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readLaunchArguments } from '../../../electron/workspace/launch-arguments'

const cwd = resolve('/home/ana')
const packaged = (...args: string[]) => readLaunchArguments(['/opt/postwright', ...args], false, cwd)
const paths = (...names: string[]) => names.map((name) => ({ kind: 'path', path: resolve(cwd, name) }))

test('a relative folder is meant from where the command was typed', () => {
  expect(packaged('blog/posts')).toEqual(paths('blog/posts'))
})

test('several posts are all opened', () => {
  expect(packaged('one.md', 'two.md')).toEqual(paths('one.md', 'two.md'))
})

test('switches are not paths', () => {
  expect(packaged('--no-sandbox', '--user-data-dir=/x', '--lang=de')).toEqual([])
})

test('in development the first name is the folder of the app', () => {
  const argv = ['/electron', '--no-sandbox', 'out/main/main.js', 'posts']
  expect(readLaunchArguments(argv, true, cwd)).toEqual(paths('posts'))
  expect(readLaunchArguments(argv.slice(0, 3), true, cwd)).toEqual([])
})

test('what follows -- is a path, whatever it begins with', () => {
  expect(packaged('--', '-notes')).toEqual(paths('-notes'))
})

test('the sample blog is asked for by a switch', () => {
  expect(packaged('--sample')).toEqual([{ kind: 'sample' }])
})
