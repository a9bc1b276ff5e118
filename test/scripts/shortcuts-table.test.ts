import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, test } from 'vitest'
import { checksTable, shortcutsTable, tableIn, withTable } from '../../scripts/shortcuts-table.mjs'
import { checkEntries } from '../../shared/checks/checks'
import { commands, keyOf, readableKey } from '../../shared/commands'

const readme = readFileSync(resolve(import.meta.dirname, '../../README.md'), 'utf8')
const table = shortcutsTable({ commands, keyOf, readableKey })

test('the README lists exactly the shortcuts of the app (npm run docs writes them)', () => {
  expect(tableIn(readme)).toBe(table)
})

test('every command with a key has a row, and both spellings of it', () => {
  expect(table.split('\n').length).toBe(2 + commands.filter(({ key }: { key?: string }) => key).length)
  expect(table).toContain('| Save | `Ctrl+S` | `⌘S` |')
  expect(table).toContain('| Inline code | `Ctrl+E` | `⌘E` |')
})

test('another table takes the place of the old one and leaves the rest alone', () => {
  const other = withTable(readme, 'new table')
  expect(tableIn(other)).toBe('new table')
  expect(withTable(other, tableIn(readme))).toBe(readme)
})

test('the guide has the checks of the app', () => {
  const guide = readFileSync(resolve(import.meta.dirname, '../../assets/guide/checks.md'), 'utf8')
  expect(tableIn(guide, 'checks')).toBe(checksTable(checkEntries))
})
