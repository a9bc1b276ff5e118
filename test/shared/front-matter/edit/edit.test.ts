import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import {
  addItem,
  editField,
  removeField,
  removeItem,
  renameField,
  setFlag,
} from '../../../../shared/front-matter/edit/edit'
import type { Edit, EditStyle } from '../../../../shared/front-matter/values/types'
import { headRulesOf } from '../../../../shared/generators/head-rules'
import { applyTextChanges } from '../../../../shared/text/text-change'
import { fixtureCases } from '../../../support/fixture-cases'

const folder = resolve(import.meta.dirname, '../../../fixtures/front-matter')

/** Runs `set author.name "Ann" — why [usual,order]`. */
const run = (text: string, name: string): Edit => {
  const [, what, key = '', json, order] =
    /^(\w+) (\S+)(?: (\[.*?\]|"(?:[^"\\]|\\.)*"|\w+))?(?: —.*?)?(?: \[([^\]]*)\])?$/.exec(name) ?? []
  const path = key.split('.').map((step) => (/^\d+$/.test(step) ? Number(step) : step))
  const value = json === undefined ? null : JSON.parse(json)
  const style = order ? { order: order.split(',') } : {}
  switch (what) {
    case 'set':
    case 'add':
      return editField(text, path, value, style)
    case 'on':
    case 'off':
      return setFlag(text, path, what === 'on', style)
    case 'push':
      return addItem(text, path, value, style)
    case 'pull':
      return removeItem(text, path, value)
    case 'remove':
      return removeField(text, path)
    case 'rename':
      return renameField(text, path, value)
    default:
      throw new Error(`No such case: ${name}`)
  }
}

for (const file of readdirSync(folder).sort()) {
  describe(file, () => {
    for (const { name, before, after } of fixtureCases(join(folder, file))) {
      test(name, () => {
        const result = run(before, name)
        const shown =
          result.kind === 'refused'
            ? `refused at ${result.line}: ${result.reason}\n`
            : applyTextChanges(before, result.changes)
        expect(shown).toBe(after)
      })
    }
  })
}

describe('a date that was not there', () => {
  const add = (style: EditStyle, text = '---\ntitle: x\n---\n') => {
    const edit = editField(text, 'date', '2024-01-05', style)
    return edit.kind === 'changes' && applyTextChanges(text, edit.changes)
  }
  test('stands plain where the site writes its dates so', () =>
    expect(add({ plainDates: true })).toBe('---\ntitle: x\ndate: 2024-01-05\n---\n'))
  test('also where only the key stood', () =>
    expect(add({ plainDates: true }, '---\ndate:\n---\n')).toBe('---\ndate: 2024-01-05\n---\n'))
  test('is quoted where text has no quotes, which says nothing of dates', () =>
    expect(add({ quoting: 'plain' })).toBe("---\ntitle: x\ndate: '2024-01-05'\n---\n"))
  test('is quoted where nothing is known: YAML 1.1 would make it a date', () =>
    expect(add({})).toBe("---\ntitle: x\ndate: '2024-01-05'\n---\n"))
})

describe('a title above a text that may be no head', () => {
  const text = 'Title: The Hobbit\nAuthor: J. R. R. Tolkien\n\nA review.\n'
  const edits = (style: EditStyle, of = text) => [
    editField(of, 'rating', '5', style).kind,
    setFlag(of, 'draft', true, style).kind,
    addItem(of, 'tags', 'books', style).kind,
    editField(of, 'title', 'Another', style).kind,
  ]

  test('is left alone where no generator and no other post speaks for one', () => {
    expect(edits({})).toEqual(['refused', 'refused', 'refused', 'refused'])
    expect(edits({ start: 'yaml' })).toEqual(['refused', 'refused', 'refused', 'refused'])
    expect(edits({}, 'Title: Alone\n\nText.\n')).toEqual(['refused', 'refused', 'refused', 'refused'])
    const { heads } = headRulesOf('plain')
    expect(edits(heads ? { heads, start: 'meta' } : {})).toEqual(['refused', 'refused', 'refused', 'refused'])
  })

  test('is a head to Pelican, beside posts with such heads, and with a key that no text begins with', () => {
    const all = ['changes', 'changes', 'changes', 'changes']
    expect(edits({ heads: { generator: 'Pelican', forms: ['meta-lines'] } })).toEqual(all)
    expect(edits({ start: 'meta' })).toEqual(all)
    for (const key of ['Date: 2024-01-05', 'slug: hobbit', 'Category: Books', 'Status: draft'])
      expect(edits({}, `Title: The Hobbit\n${key}\n\nA review.\n`)).toEqual(all)
  })
})
