import { expect, test } from 'vitest'
import { placed } from '../../../../renderer/front-matter/form/field-layout'
import type { FormField } from '../../../../shared/front-matter/schema/form-field'

const field = (key: string, type: FormField['type'], role: FormField['role'] = null): FormField => ({
  path: [key],
  key,
  label: key,
  type,
  role,
  present: true,
  required: false,
  value: '',
  source: '',
  line: 1,
  quoting: null,
  locked: null,
  rawEditable: false,
  drift: null,
  choices: [],
  usualLength: null,
  sample: null,
  mayStayEmpty: false,
  fields: [],
})

const layout = (...fields: FormField[]): string[] =>
  placed(fields).map(({ field: { key }, width }) => `${key} ${width}`)

const title = field('title', 'text', 'title')
const date = field('date', 'date', 'date')
const image = field('image', 'image', 'image')

test('a narrow field stands beside a wide one, whichever comes first', () => {
  expect(layout(title, date, image)).toEqual(['title full', 'image wide', 'date narrow'])
  expect(layout(title, image, date)).toEqual(['title full', 'image wide', 'date narrow'])
})

test('a field without a neighbour takes the row', () => {
  expect(layout(title, date)).toEqual(['title full', 'date full'])
  expect(layout(date, field('weight', 'number'))).toEqual(['date full', 'weight full'])
})

test('the order of the site stays otherwise', () => {
  expect(layout(field('slug', 'text'), field('tags', 'list'), date, image)).toEqual([
    'slug full',
    'tags full',
    'image wide',
    'date narrow',
  ])
})
