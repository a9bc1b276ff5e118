import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { noticesOf, packageFolderOf } from '../../scripts/run/notices.mjs'

let temp = ''
afterEach(() => {
  if (temp !== '') rmSync(temp, { recursive: true })
  temp = ''
})

test.each([
  ['/x/node_modules/zod/lib/index.js', '/x/node_modules/zod'],
  ['/x/node_modules/@scope/name/a.css', '/x/node_modules/@scope/name'],
  ['/x/node_modules/a/node_modules/b/index.js', '/x/node_modules/a/node_modules/b'],
  ['/x/shared/app-error.ts', null],
])('the package of %s', (path, folder) => expect(packageFolderOf(path)).toBe(folder))

test('each package is named once, with its licence and the texts it brings', () => {
  temp = mkdtempSync(join(tmpdir(), 'postwright-'))
  const packed = (name: string, about: object, files: Readonly<Record<string, string>>) => {
    const folder = join(temp, name)
    mkdirSync(folder)
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', ...about }))
    for (const [file, text] of Object.entries(files)) writeFileSync(join(folder, file), text)
    return folder
  }
  const font = packed('font', { license: 'OFL-1.1' }, { LICENSE: 'Open Font License' })
  const old = packed(
    'elk',
    { licenses: [{ type: 'EPL-2.0' }] },
    { 'LICENSE.md': 'Eclipse', 'NOTICE.txt': 'Thanks' },
  )
  const bare = packed('bare', { author: { name: 'Ana' } }, { 'README.md': 'no licence' })
  const text = noticesOf([font, old, bare, font])
  expect(text.match(/^font 1\.0\.0$/gm)).toHaveLength(1)
  for (const part of [
    'OFL-1.1',
    'Open Font License',
    'EPL-2.0',
    'Eclipse',
    'Thanks',
    'Licence: not named',
    'Ana',
  ])
    expect(text).toContain(part)
  expect(text).not.toContain('no licence')
})
