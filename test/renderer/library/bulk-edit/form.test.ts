import { expect, test } from 'vitest'
import {
  type BulkForm,
  changeOf,
  emptyForm,
  fieldNames,
  valuesOf,
} from '../../../../renderer/library/bulk-edit/form'
import type { FieldSchema, SiteSchema } from '../../../../shared/front-matter/schema/site-schema'

const field = (key: string, patch: Partial<FieldSchema> = {}): FieldSchema => ({
  key,
  type: 'text',
  role: null,
  count: 3,
  required: false,
  quoting: 'plain',
  quotingCount: 3,
  listStyle: 'flow',
  values: [],
  usualLength: null,
  ...patch,
})
const schema: SiteSchema = {
  posts: 3,
  fields: [
    field('title', { role: 'title' }),
    field('draft', { type: 'boolean', role: 'draft' }),
    field('weight', { type: 'number' }),
    field('topics', {
      type: 'list',
      role: 'tags',
      values: [
        { value: 'sea', count: 2 },
        { value: 'land', count: 1 },
      ],
    }),
    field('level', { type: 'enumeration', choices: ['easy', 'hard'] }),
    field('author', { type: 'nested' }),
    field('author.name'),
  ],
}
const asked = (patch: Partial<BulkForm>) => changeOf({ ...emptyForm(schema), ...patch }, schema)
const change = (patch: Partial<BulkForm>) => {
  const answer = asked(patch)
  return answer.kind === 'ready' ? answer.change : answer
}

test('a value is what the field of the site holds', () => {
  const set = (key: string, value: string, rest: Partial<BulkForm> = {}) => change({ key, value, ...rest })
  expect(set('title', 'A: b')).toEqual({ kind: 'set', key: 'title', value: 'A: b' })
  expect(set('weight', ' 12 ')).toEqual({ kind: 'set', key: 'weight', value: 12 })
  expect(set('weight', 'much')).toEqual({ kind: 'wrong', message: '“much” is not a number.' })
  expect(set('draft', 'false')).toEqual({ kind: 'flag', key: 'draft', on: false })
  expect(set('draft', '')).toEqual({ kind: 'flag', key: 'draft', on: true })
  expect(set('topics', 'sea, ,land,sea')).toEqual({ kind: 'set', key: 'topics', value: ['sea', 'land'] })
  expect(set('author.name', 'Ann')).toEqual({ kind: 'set', key: 'author.name', value: 'Ann' })
  expect(set('author', 'Ann')).toMatchObject({ kind: 'wrong' })
})

test('the value of a field no post has is what the writer says it is', () => {
  expect(change({ key: 'series', value: '7' })).toEqual({ kind: 'set', key: 'series', value: '7' })
  expect(change({ key: 'series', value: '7', newKind: 'number' })).toEqual({
    kind: 'set',
    key: 'series',
    value: 7,
  })
  expect(change({ key: 'a: b', value: '7' })).toMatchObject({ kind: 'wrong' })
})

test('nothing is asked while something is missing', () => {
  for (const patch of [
    {},
    { key: 'title' },
    { act: 'rename-field', key: 'title' },
    { act: 'rename-field', key: 'title', to: 'title' },
    { act: 'remove-field' },
    { act: 'add-tag', tag: '  ' },
    { act: 'rename-tag', tag: 'sea' },
  ] as const)
    expect(asked(patch)).toEqual({ kind: 'incomplete' })
})

test('names and tags', () => {
  expect(change({ act: 'rename-field', key: 'title', to: 'headline' })).toEqual({
    kind: 'rename-field',
    key: 'title',
    to: 'headline',
  })
  expect(change({ act: 'rename-field', key: 'title', to: 'a b: c' })).toMatchObject({ kind: 'wrong' })
  expect(change({ act: 'rename-field', key: 'author.name', to: 'author.first' })).toMatchObject({
    kind: 'wrong',
  })
  expect(change({ act: 'remove-field', key: ' title ' })).toEqual({ kind: 'remove-field', key: 'title' })
  expect(change({ act: 'add-tag', tag: 'wind' })).toEqual({ kind: 'add-tag', key: 'topics', tag: 'wind' })
  expect(change({ act: 'remove-tag', tag: 'sea' })).toEqual({ kind: 'remove-tag', key: 'topics', tag: 'sea' })
  expect(change({ act: 'rename-tag', tag: 'sea', to: 'ocean' })).toEqual({
    kind: 'rename-tag',
    key: 'topics',
    tag: 'sea',
    to: 'ocean',
  })
})

test('what is completed', () => {
  expect(fieldNames('set', schema)).toEqual(['title', 'draft', 'weight', 'topics', 'level', 'author.name'])
  expect(fieldNames('remove-field', schema)).toContain('author')
  expect(fieldNames('add-tag', schema)).toEqual(['topics'])
  expect(valuesOf('topics', schema)).toEqual(['sea', 'land'])
  expect(valuesOf('level', schema)).toEqual(['easy', 'hard'])
  expect(valuesOf('unheard of', schema)).toEqual([])
})
