import { describe, expect, test } from 'vitest'
import { commandNames } from '../../../../electron/cli/command-line'
import { commandOfLaunch } from '../../../../electron/cli/launch/command-of-launch'

const packaged = (...args: string[]) => commandOfLaunch(['/opt/Postwright/postwright', ...args], false)
const unpackaged = (...args: string[]) => commandOfLaunch(['/electron', ...args], true)

describe('the first argument', () => {
  test.each([...commandNames, 'help', '--help', '-h', '--version', '-v'])('%s is a command', (name) => {
    expect(packaged(name, 'a.md', '--json')).toEqual([name, 'a.md', '--json'])
    expect(unpackaged('.', name, 'a.md')).toEqual([name, 'a.md'])
  })

  test.each(['list.md', './list', '/home/ana/list', 'LIST', 'toString', 'constructor', ''])(
    '“%s” is not',
    (name) => {
      expect(packaged(name)).toBeNull()
    },
  )

  test('comes after the switches of Chromium', () => {
    expect(packaged('--no-sandbox', '--ozone-platform=headless', 'get', 'a.md')).toEqual(['get', 'a.md'])
  })

  test('decides alone: a command behind a path or behind -- is a path', () => {
    expect(packaged('posts', 'list')).toBeNull()
    expect(packaged('posts', '--help')).toBeNull()
    expect(packaged('--', 'list')).toBeNull()
    expect(packaged('--sample')).toBeNull()
    expect(packaged()).toBeNull()
  })

  test('keeps all that follows it, -- and switches included', () => {
    expect(packaged('set', '--dry-run', '--', '-a.md', 'title=--x')).toEqual([
      ...['set', '--dry-run', '--', '-a.md', 'title=--x'],
    ])
  })

  test('is not the folder of an app that is not packaged', () => {
    expect(unpackaged('--no-sandbox', 'list')).toBeNull()
    expect(unpackaged('--no-sandbox', 'list', 'list')).toEqual(['list'])
    expect(unpackaged('--version')).toBeNull()
  })
})
