import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { executableIn, reasonOf } from '../../scripts/setup/electron.mjs'
import { checkIntegrity, fallback, faultOfFallback } from '../../scripts/setup/electron-fallback.mjs'
import { withTempFolder } from '../support/temp-folder'

const folder = withTempFolder()

test('a download with the promised bytes passes', async () => {
  const file = join(folder(), 'a.tgz')
  writeFileSync(file, 'bytes')
  const integrity = `sha512-${createHash('sha512').update('bytes').digest('base64')}`
  await expect(checkIntegrity(file, integrity)).resolves.toBeUndefined()
})

test('a torn or exchanged download is refused before it is unpacked', async () => {
  const file = join(folder(), 'a.tgz')
  writeFileSync(file, 'byte')
  await expect(checkIntegrity(file, fallback.integrity)).rejects.toThrow(/nothing was kept/)
})

test('a folder is the fallback only when it is whole and its binary is the checked one', async () => {
  expect(await faultOfFallback(join(folder(), 'nowhere'))).toBe('the binary is missing')
  mkdirSync(join(folder(), 'dist'))
  writeFileSync(join(folder(), 'dist/electron'), 'not it')
  expect(await faultOfFallback(join(folder(), 'dist'))).toMatch(/6 bytes instead of/)
})

test('the fallback is one exact version', () => {
  expect(fallback.package).toMatch(/@\d+\.\d+\.\d+$/)
  expect(fallback.integrity).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/)
})

test('the program of a distribution, by platform', () => {
  expect(executableIn('linux')).toBe('electron')
  expect(executableIn('win32')).toBe('electron.exe')
  expect(executableIn('darwin')).toBe('Electron.app/Contents/MacOS/Electron')
})

test('a failed fetch tells its innermost reason', () => {
  const error = new TypeError('fetch failed', { cause: new Error('getaddrinfo ENOTFOUND example.org') })
  expect(reasonOf(error)).toBe('getaddrinfo ENOTFOUND example.org')
  expect(reasonOf('plain')).toBe('plain')
})
