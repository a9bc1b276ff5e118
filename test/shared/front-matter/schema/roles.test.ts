import { expect, test } from 'vitest'
import { commonFields } from '../../../../shared/front-matter/schema/common-fields'
import { factsOf } from '../../../../shared/front-matter/schema/facts'
import { createSchemaBuilder } from '../../../../shared/front-matter/schema/infer'
import { keyOfRole } from '../../../../shared/front-matter/schema/roles'
import type { FieldRole } from '../../../../shared/front-matter/schema/site-schema'

const schemaOf = (lines: readonly string[]) => {
  const builder = createSchemaBuilder()
  for (const [at, line] of lines.entries()) builder.add(`${at}.md`, factsOf(`---\ntitle: T\n${line}\n---\n`))
  return builder.schema()
}

test.each<[FieldRole, readonly string[], string | null]>([
  ['featured', ['featured: cover.png', 'featured: other.png'], null],
  ['featured', ['sticky: 100', 'sticky: 0'], null],
  ['featured', ['featured: [a, b]', 'featured: [c]'], null],
  ['featured', ['pinned: 2024-01-05', 'pinned: 2024-02-05'], null],
  ['featured', ['featured: a.png', 'isFeatured: true'], 'isFeatured'],
  ['featured', ['featured:', 'featured: true'], 'featured'],
  ['featured', ['featured: yes', 'featured: no'], 'featured'],
  ['draft', ['draft: second', 'draft: third'], null],
  ['draft', ['draft: 2', 'draft: 3'], null],
  ['draft', ['published: 2024-01-05', 'published: 2024-02-05'], null],
  ['date', ['published: 2024-01-05', 'published: 2024-02-05'], 'published'],
  ['draft', ['published: true', 'published: false'], 'published'],
  ['date', ['created: Ann', 'created: Ben'], null],
  ['image', ['cover: 3', 'cover: 4'], null],
  ['tags', ['tags: true', 'tags: false'], null],
])('%s among %j', (role, lines, expected) => {
  expect(keyOfRole(role, schemaOf(lines))).toBe(expected)
})

test('the list shows no star, draft or date for a value of another kind', () => {
  const shown = (data: Record<string, unknown>) => commonFields(data)
  expect(shown({ featured: 'cover.png', sticky: '100', draft: 'second' })).toMatchObject({
    featured: false,
    draft: false,
  })
  expect(shown({ featured: 'true', draft: 'yes' })).toMatchObject({ featured: true, draft: true })
  expect(shown({ published: '2024-01-05' })).toMatchObject({ draft: false, date: '2024-01-05' })
})
