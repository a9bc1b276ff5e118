import { describe, expect, test } from 'vitest'
import { fileNameProblem, isDeviceName, leadsToDevice, pathProblem } from '../../../shared/site/file-name'

describe('a name that some disk cannot hold', () => {
  test.each([
    ...['con', 'CON', 'con.md', 'aux.tar.gz', 'nul .md', 'prn', 'com1.md', 'COM\u00b2', 'lpt9', 'conin$.md'],
    ...['a:b.md', 'a?.md', 'a*b', 'a<b', 'a>b', 'a|b', 'a"b', 'a\\b', 'a/b', 'a\u0007b', 'a\nb'],
    ...['a.', 'a ', 'a.md ', 'a..', ' a', '', '   ', 'half \ud83d.md'],
    ...['x'.repeat(256), 'ä'.repeat(128), '日'.repeat(86), '😀'.repeat(64)],
  ])('%j', (name) => {
    expect(fileNameProblem(name)).not.toBeNull()
  })
})

describe('a name for every disk', () => {
  test.each([
    ...[
      'a.md',
      'Ärger.md',
      '日本語.md',
      'a b.md',
      '.hidden',
      'con-man.md',
      'console.md',
      'com.md',
      'com10.md',
    ],
    ...['aux-in.md', 'my.con', 'nulls.md', "it's (new) [draft] & more.md", 'x'.repeat(255), '😀'.repeat(63)],
  ])('%j', (name) => {
    expect(fileNameProblem(name)).toBeNull()
  })
})

test('a path is as good as its worst name', () => {
  expect(pathProblem('deep/er/a.md')).toBeNull()
  expect(pathProblem('deep/aux/a.md')).toMatch(/“aux” is a name that Windows reserves/)
  expect(pathProblem('deep//a.md')).toMatch(/empty/)
})

test('devices are known with any ending and any case', () => {
  expect(['CON', 'nul.md', 'Lpt1.tar.gz'].map(isDeviceName)).toEqual([true, true, true])
  expect(['icon', 'null', 'com', '.con'].map(isDeviceName)).toEqual([false, false, false, false])
})

test.each(['con.png', 'images/NUL', 'C:\\blog\\aux\\a.png', 'images\\lpt1.jpg', '//server/share/com1/a.png'])(
  'on Windows %s leads to a device',
  (path) => expect(leadsToDevice(path)).toBe(true),
)

test.each(['icon.png', 'C:\\console\\a.png', 'auxiliary/a.png', ''])('%s leads to none', (path) =>
  expect(leadsToDevice(path)).toBe(false),
)
