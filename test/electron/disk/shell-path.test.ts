import { win32 } from 'node:path'
import { expect, test } from 'vitest'
import { pathForShell } from '../../../electron/disk/shell-path'

/** A path on drive C with exactly this many UTF-16 units. */
const pathOf = (length: number, name = 'post.md'): string => {
  const folders = length - 'C:\\'.length - name.length - 1
  return win32.join('C:\\', 'f'.repeat(folders), name)
}

test.each([4, 259])('Windows’ shell takes a path of %d characters', (length) => {
  const path = length === 4 ? 'C:\\a' : pathOf(length)
  expect(path).toHaveLength(length)
  expect(pathForShell(path, 'win32')).toBe(path)
})

test.each([260, 261, 1000])(
  'a path of %d characters is refused with its name, its length and a way out',
  (length) => {
    const path = pathOf(length)
    expect(path).toHaveLength(length)
    expect(() => pathForShell(path, 'win32')).toThrow(
      `The path of post.md has ${length.toLocaleString('en')} characters; File Explorer and the Recycle Bin allow 259. Shorten`,
    )
  },
)

test('astral characters count twice, as Windows counts them', () => {
  const name = '😀.md'
  const path = `${pathOf(255, name)}`
  expect([...path].length).toBe(254)
  expect(pathForShell(path, 'win32')).toBe(path)
  expect(() => pathForShell(pathOf(260, name), 'win32')).toThrow('260 characters')
})

test.each(['darwin', 'linux'] as const)('the shell of %s has no such limit', (platform) => {
  const path = `/${'f/'.repeat(400)}post.md`
  expect(pathForShell(path, platform)).toBe(path)
})
