import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { readLaunchArguments } from '../../../electron/workspace/launch-arguments'

const cwd = resolve('/home/ana')
const packaged = (...args: string[]) => readLaunchArguments(['/opt/postwright', ...args], false, cwd)

test('a relative folder is meant from where the command was typed', () => {
  expect(packaged('blog/posts')).toEqual({ path: resolve(cwd, 'blog/posts'), sample: false })
})

test('switches are not paths', () => {
  expect(packaged('--no-sandbox', '--user-data-dir=/x', '--lang=de')).toEqual({ path: null, sample: false })
})

test('in development the first name is the folder of the app', () => {
  const argv = ['/electron', '--no-sandbox', 'out/main/main.js', 'posts']
  expect(readLaunchArguments(argv, true, cwd).path).toBe(resolve(cwd, 'posts'))
  expect(readLaunchArguments(argv.slice(0, 3), true, cwd).path).toBeNull()
})

test('what follows -- is a path, whatever it begins with', () => {
  expect(packaged('--', '-notes')).toEqual({ path: resolve(cwd, '-notes'), sample: false })
})

test('the sample blog is asked for by a switch', () => {
  expect(packaged('--sample')).toEqual({ path: null, sample: true })
})
