import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fittingArguments, readLaunchArguments } from '../../../electron/workspace/launch-arguments'

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

describe('more than one instance can hand to another', () => {
  const posts = (count: number, name = 'a-post-with-a-usual-name') =>
    Array.from({ length: count }, (_, index) => `posts/${name}-${index}.md`)

  test('is left out from the front, so that the last post is opened', () => {
    const all = ['/opt/postwright', '--no-sandbox', ...posts(3000)]
    const fewer = fittingArguments(all, false, cwd) ?? []
    expect(fewer[0]).toBe('--no-sandbox')
    expect(fewer.at(-1)).toBe(all.at(-1))
    expect(Buffer.byteLength(fewer.join(' '))).toBeLessThan(28_000)
    expect(fittingArguments(['/opt/postwright', ...fewer], false, cwd)).toBeNull()
  })

  test('counts letters that are not ASCII as they are sent', () => {
    const fewer = fittingArguments(['/opt/postwright', ...posts(100, 'ж'.repeat(100))], false, cwd)
    expect(fewer?.length).toBeLessThan(100)
    expect(fewer?.at(-1)).toMatch(/99\.md$/)
  })

  test('never costs the folder of the app in development', () => {
    const argv = ['/electron', '--no-sandbox', 'out/main/main.js', ...posts(3000)]
    expect(fittingArguments(argv, true, cwd)?.slice(0, 2)).toEqual(['--no-sandbox', 'out/main/main.js'])
  })

  test('is a matter of paths only: one that cannot be left out starts no second time', () => {
    expect(fittingArguments(['/opt/postwright', `--lang=${'x'.repeat(40_000)}`], false, cwd)).toBeNull()
    expect(fittingArguments(['/opt/postwright', 'x'.repeat(40_000)], false, cwd)).toBeNull()
  })

  test('is no usual call', () => {
    expect(fittingArguments(['/opt/postwright', ...posts(50)], false, cwd)).toBeNull()
  })
})
