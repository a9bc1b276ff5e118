import { expect, test } from 'vitest'
import { pathOf } from '../../../../shared/front-matter/edit/apply-bulk'
import { factsOf } from '../../../../shared/front-matter/schema/facts'
import { createSchemaBuilder } from '../../../../shared/front-matter/schema/infer'

const schemaOf = (...heads: readonly string[]) => {
  const builder = createSchemaBuilder()
  for (const [at, head] of heads.entries()) builder.add(`${at}.md`, factsOf(`---\n${head}\n---\n`))
  return builder.schema()
}

test.each<[string, Readonly<Record<string, unknown>>, readonly string[]]>([
  ['author.name', {}, ['author', 'name']],
  ['ms.date', { 'ms.date': 1 }, ['ms.date']],
  ['ms.topic', { 'ms.date': 1 }, ['ms.topic']],
  ['ms.topic', { 'ms.date': 1, ms: { a: 1 } }, ['ms', 'topic']],
  ['ms.topic', { 'msx.date': 1 }, ['ms', 'topic']],
  ['a.b.c', { 'a.b': 1 }, ['a.b.c']],
  ['title', { 'title.x': 1 }, ['title']],
  ['.hidden', {}, ['.hidden']],
])('%s in %j', (name, data, expected) => expect(pathOf(name, data)).toEqual(expected))

test('a key that the post has nothing of is written as its sisters are in other posts', () => {
  const literal = schemaOf('title: A\nms.date: 1', 'title: B\nms.date: 2')
  const nested = schemaOf('title: A\nms:\n  date: 1', 'title: B\nms:\n  date: 2')
  expect(pathOf('ms.topic', { title: 'C' }, literal)).toEqual(['ms.topic'])
  expect(pathOf('ms.topic', { title: 'C' }, nested)).toEqual(['ms', 'topic'])
  expect(pathOf('other.topic', { title: 'C' }, literal)).toEqual(['other', 'topic'])
})
