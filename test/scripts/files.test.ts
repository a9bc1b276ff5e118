import { existsSync, mkdirSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fileSizes, fingerprint, hasFiles, readJson, writeJson } from '../../scripts/setup/files.mjs'
import { withTempFolder } from '../support/temp-folder'

const folder = withTempFolder()
const at = (path: string) => join(folder(), path)

const someFiles = () => {
  mkdirSync(at('src/deep'), { recursive: true })
  writeFileSync(at('src/a.ts'), 'aa')
  writeFileSync(at('src/deep/b.ts'), 'bbb')
}

test('sizes by path', () => {
  someFiles()
  expect(fileSizes(folder())).toEqual({ 'src/a.ts': 2, 'src/deep/b.ts': 3 })
  expect(fileSizes(at('nowhere'))).toEqual({})
})

test.skipIf(process.platform === 'win32')('a link to its own folder does not go round', () => {
  someFiles()
  symlinkSync('..', at('src/up'))
  expect(Object.keys(fileSizes(folder()))).toContain('src/up')
})

test('a damaged folder does not have its files, one with more does', () => {
  someFiles()
  const sizes = fileSizes(folder())
  writeFileSync(at('src/new.ts'), '')
  expect(hasFiles(folder(), sizes)).toBe(true)
  writeFileSync(at('src/a.ts'), 'a')
  expect(hasFiles(folder(), sizes)).toBe(false)
  rmSync(at('src/a.ts'))
  expect(hasFiles(folder(), sizes)).toBe(false)
})

test('the fingerprint changes with an edit, a new file, a deleted one and an older copy', () => {
  someFiles()
  const seen = [fingerprint(['src'], folder())]
  expect(fingerprint(['src'], folder())).toBe(seen[0])
  utimesSync(at('src/a.ts'), 1000, 1000)
  seen.push(fingerprint(['src'], folder()))
  writeFileSync(at('src/c.ts'), '')
  seen.push(fingerprint(['src'], folder()))
  rmSync(at('src/deep/b.ts'))
  seen.push(fingerprint(['src'], folder()))
  expect(new Set(seen).size).toBe(4)
})

test('what was remembered comes back; a torn note counts as none', () => {
  writeJson(at('cache/note.json'), { a: 1 })
  expect(readJson(at('cache/note.json'))).toEqual({ a: 1 })
  expect(readdirSync(at('cache'))).toEqual(['note.json'])
  writeFileSync(at('cache/note.json'), '{"a":')
  expect(readJson(at('cache/note.json'))).toBeNull()
  expect(existsSync(at('none.json'))).toBe(false)
  expect(readJson(at('none.json'))).toBeNull()
})
