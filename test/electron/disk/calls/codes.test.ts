import { describe, expect, test } from 'vitest'
import {
  codeOf,
  isHeld,
  isNotThereNow,
  isWithoutLinks,
  isWithoutRealPath,
} from '../../../../electron/disk/calls/codes'
import { diskError } from '../../../../electron/disk/disk-error'

const failure = (code: string) => Object.assign(new Error(`${code}: something, open '/x'`), { code })

describe('errors that libuv has no name for', () => {
  test.each([
    ['linux', 122, 'EDQUOT', 'disk-full', /quota/],
    ['darwin', 69, 'EDQUOT', 'disk-full', /quota/],
    ['linux', 116, 'ESTALE', 'not-found', /no longer exists/],
    ['darwin', 70, 'ESTALE', 'not-found', /no longer exists/],
    ['linux', 117, 'EUCLEAN', 'failed', /disk is damaged/],
    ['linux', 123, 'ENOMEDIUM', 'failed', /is not responding/],
    ['linux', 126, 'ENOKEY', 'no-permission', /encrypted/],
    ['darwin', 80, 'EAUTH', 'no-permission', /sign in/],
  ] as const)('on %s number %i is %s', (platform, number, name, kind, words) => {
    const error = failure(`Unknown system error -${number}`)
    expect(codeOf(error, platform)).toBe(name)
    expect(diskError(error, 'Cannot save', platform)).toMatchObject({
      kind,
      message: expect.stringMatching(words),
    })
  })

  test('a number of another platform, or of none, is told as it is', () => {
    const error = failure('Unknown system error -122')
    expect(codeOf(error, 'darwin')).toBe('Unknown system error -122')
    expect(diskError(error, 'Cannot save', 'darwin').message).toContain('-122')
  })
})

describe('a disk that is not there now', () => {
  const everywhere = [
    'ENOENT',
    'ENOTDIR',
    'EACCES',
    'EPERM',
    'EIO',
    'ESTALE',
    'ENOTCONN',
    'EHOSTDOWN',
    'ELOOP',
  ]
  const network = [
    'ETIMEDOUT',
    'ECONNRESET',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ENETDOWN',
    'ECONNABORTED',
    'ENODEV',
  ]
  test.each([...everywhere, ...network])('%s means so on all platforms', (code) => {
    for (const platform of ['linux', 'darwin', 'win32'] as const)
      expect(isNotThereNow(failure(code), platform)).toBe(true)
  })

  test('UNKNOWN means so on Windows, where a share that is gone has no other code', () => {
    expect(isNotThereNow(failure('UNKNOWN'), 'win32')).toBe(true)
    expect(isNotThereNow(failure('UNKNOWN'), 'linux')).toBe(false)
  })

  test('what is no answer of a disk does not', () => {
    for (const error of [failure('EMFILE'), failure('ENOSPC'), new TypeError('a mistake'), null])
      expect(isNotThereNow(error, 'win32')).toBe(false)
  })
})

test('only Windows refuses what another program holds', () => {
  for (const code of ['EPERM', 'EACCES', 'EBUSY']) {
    expect(isHeld(failure(code), 'win32')).toBe(true)
    expect(isHeld(failure(code), 'linux')).toBe(false)
    expect(isHeld(failure(code), 'darwin')).toBe(false)
  }
})

test('a driver that lacks a call says EISDIR on Windows, and nowhere else', () => {
  expect(isWithoutLinks(failure('EISDIR'), 'win32')).toBe(true)
  expect(isWithoutRealPath(failure('EISDIR'), 'win32')).toBe(true)
  expect(isWithoutLinks(failure('EISDIR'), 'linux')).toBe(false)
  expect(isWithoutRealPath(failure('EISDIR'), 'darwin')).toBe(false)
})

test('a code nobody knows is told with the words of the system', () => {
  const { kind, message } = diskError(failure('EWEIRD'), 'Cannot save a.md')
  expect([kind, message]).toEqual(['failed', "Cannot save a.md: EWEIRD: something, open '/x'."])
})
