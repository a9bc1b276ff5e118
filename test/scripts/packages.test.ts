import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { countEntries, differenceFromLock } from '../../scripts/setup/packages.mjs'
import { withTempFolder } from '../support/temp-folder'

const lock = (packages: Record<string, { version?: string; integrity?: string; optional?: boolean }>) => ({
  packages,
})

const locked = lock({
  '': { version: '0.1.0' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/a-for-another-system': { version: '1.0.0', integrity: 'sha512-x', optional: true },
})

describe('the installed packages and the lock file', () => {
  test('agree when all is there; packages of other systems may be missing', () => {
    const installed = lock({ 'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' } })
    expect(differenceFromLock(locked, installed)).toBeNull()
  })

  test('no list of npm: nothing installed, or an installation that never ended', () => {
    expect(differenceFromLock(locked, null)).toMatch(/missing/)
  })

  test('a package is missing', () => {
    expect(differenceFromLock(locked, lock({}))).toBe('node_modules/a is not installed')
  })

  test('an older version, or other bytes under the same version', () => {
    const older = lock({ 'node_modules/a': { version: '0.9.0', integrity: 'sha512-o' } })
    expect(differenceFromLock(locked, older)).toBe('node_modules/a is 0.9.0, the lock file says 1.0.0')
    const other = lock({ 'node_modules/a': { version: '1.0.0', integrity: 'sha512-b' } })
    expect(differenceFromLock(locked, other)).not.toBeNull()
  })

  test('a package that the lock file no longer has', () => {
    const more = lock({ ...locked.packages, 'node_modules/old': { version: '1.0.0' } })
    expect(differenceFromLock(locked, more)).toBe('node_modules/old is not in the lock file')
  })
})

describe('counting what is in node_modules', () => {
  const folder = withTempFolder()
  const put = (path: string) => {
    mkdirSync(join(folder(), path, '..'), { recursive: true })
    writeFileSync(join(folder(), path), '')
  }

  test('a file gone from the depth of a package is noticed', () => {
    put('a/package.json')
    put('a/dist/deep/index.js')
    const before = countEntries(folder())
    rmSync(join(folder(), 'a/dist/deep/index.js'))
    expect(countEntries(folder())).toBe(before - 1)
  })

  test('caches of tools and the downloaded Electron come and go', () => {
    put('electron/index.js')
    put('.bin/tool')
    const before = countEntries(folder())
    put('.vite/deps/x.js')
    put('electron/dist/electron')
    put('electron/path.txt')
    expect(countEntries(folder())).toBe(before)
  })
})
