import { expect, test } from 'vitest'
import { publishEdit } from '../../../../shared/front-matter/edit/publish'
import { emptySchema } from '../../../../shared/front-matter/schema/site-schema'
import { habitsOf } from '../../../../shared/generators/generators'
import { headRulesOf } from '../../../../shared/generators/head-rules'
import type { GeneratorId } from '../../../../shared/generators/shape/generator-id'
import { applyTextChanges } from '../../../../shared/text/text-change'

const published = (generator: GeneratorId, text: string): string => {
  const schema = { ...emptySchema, ...headRulesOf(generator) }
  const edit = publishEdit(text, habitsOf(generator).head, schema)
  return edit.kind === 'changes' ? applyTextChanges(text, edit.changes) : `refused: ${edit.reason}`
}

test.each<[GeneratorId, string, string, string]>([
  ['jekyll', '---\ntitle: A\npublished: false\n---\nx\n', 'published: false', 'published: true'],
  ['jekyll', '---\ndraft: true # not yet\n---\nx\n', 'draft: true', 'draft: false'],
  ['jekyll', '---\r\ndraft: yes\r\n---\r\nx\r\n', 'draft: yes', 'draft: no'],
  ['jekyll', '---\ndraft: "true"\n---\n', 'draft: "true"', 'draft: "false"'],
  ['hugo', '+++\ntitle = "A"\ndraft = true\n+++\n', 'draft = true', 'draft = false'],
  ['hugo', '---\nDraft: true\n---\n', 'Draft: true', 'Draft: false'],
  ['hugo', '{\n  "draft": true\n}\n', '"draft": true', '"draft": false'],
  ['hexo', 'title: A\npublished: false\n---\nx\n', 'published: false', 'published: true'],
  ['obsidian', '---\npublish: false\n---\n', 'publish: false', 'publish: true'],
  ['next', '---\nisDraft: true\n---\n', 'isDraft: true', 'isDraft: false'],
])('%s: %j', (generator, text, before, after) => {
  expect(published(generator, text)).toBe(text.replace(before, after))
})

test('all flags that make a draft are turned', () => {
  expect(published('jekyll', '---\ndraft: true\ntitle: A\npublished: false\n---\n')).toBe(
    '---\ndraft: false\ntitle: A\npublished: true\n---\n',
  )
})

test('what makes no draft stays as it is', () => {
  for (const text of [
    'No head.\n',
    '---\ntitle: A\n---\n',
    '---\ndraft: false\npublished: true\n---\n',
    '---\ndraft: second\npublished: 2024-01-05\n---\n',
    '---\ndraft:\nfeatured: true\n---\n',
  ])
    expect(published('jekyll', text)).toBe(text)
  // A key that only another generator knows.
  expect(published('hugo', '---\npublish: false\n---\n')).toBe('---\npublish: false\n---\n')
})

test('a head that does not read is refused', () => {
  expect(published('jekyll', '---\ndraft: true\ntitle: "A\n---\n')).toMatch(/^refused: /)
})
