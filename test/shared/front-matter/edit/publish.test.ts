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
  ['pelican', 'Title: A\nStatus: Draft\n\nx\n', 'Status: Draft', 'Status: published'],
  ['pelican', '---\nstatus: hidden # for now\n---\n', 'hidden #', 'published #'],
  ['nikola', '.. title: A\n.. status: private\n\nx\n', 'private', 'published'],
  ['nikola', '<!--\n.. title: A\n.. status: draft\n-->\nx\n', 'draft', 'published'],
  ['nikola', '---\ntitle: A\nstatus: "draft"\n---\n', '"draft"', '"published"'],
  [
    'zola',
    '+++\ntitle = "A"\ndraft = true\n[extra]\nstatus = "draft"\n+++\n',
    'draft = true',
    'draft = false',
  ],
  ['docusaurus', '---\nunlisted: true\n---\n', 'unlisted: true', 'unlisted: false'],
  ['quartz', '---\ndraft: "true"\n---\n', 'draft: "true"', 'draft: "false"'],
  ['gatsby', '---\nstatus: draft\n---\n', 'status: draft', 'status: published'],
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
  expect(published('jekyll', '---\nstatus: draft\n---\n')).toBe('---\nstatus: draft\n---\n')
  expect(published('hugo', '---\nstatus: draft\n---\n')).toBe('---\nstatus: draft\n---\n')
  expect(published('pelican', 'Title: A\nStatus: drafted\n\nx\n')).toBe('Title: A\nStatus: drafted\n\nx\n')
  // A key that only another generator uses.
  expect(published('hugo', '---\npublish: false\n---\n')).toBe('---\npublish: false\n---\n')
})

test('the word is the one that the other posts have', () => {
  const field = {
    key: 'status',
    type: 'enumeration',
    role: null,
    count: 9,
    required: false,
    quoting: 'plain',
    quotingCount: 9,
    listStyle: 'flow',
    values: [
      { value: 'draft', count: 5 },
      { value: 'Live', count: 4 },
    ],
    usualLength: null,
  } as const
  const edit = publishEdit('---\nstatus: draft\n---\n', habitsOf('astro').head, { posts: 9, fields: [field] })
  expect(edit).toMatchObject({ kind: 'changes', changes: [{ insert: 'Live' }] })
})

test('what a post lacks to be shown is added', () => {
  const keys = { draftWhenTrue: ['draft'], draftWhenFalse: [], draftUnlessTrue: ['publish'] }
  const of = (text: string) => {
    const edit = publishEdit(text, keys, emptySchema)
    return edit.kind === 'changes' ? applyTextChanges(text, edit.changes) : edit.reason
  }
  expect(of('---\ntitle: A\n---\nx\n')).toBe('---\ntitle: A\npublish: true\n---\nx\n')
  expect(of('x\n')).toBe('---\npublish: true\n---\n\nx\n')
  expect(of('---\npublish: no\ndraft: true\n---\n')).toBe('---\npublish: yes\ndraft: false\n---\n')
  expect(of('---\npublish: true\n---\n')).toBe('---\npublish: true\n---\n')
  expect(of('---\npublish: next week\n---\n')).toContain('publish')
  const status = { key: 'status', drafts: ['draft'], published: ['published'], required: true }
  const pelican = { ...emptySchema, ...headRulesOf('pelican') }
  const edit = publishEdit('Title: A\n\nx\n', { ...keys, draftUnlessTrue: [], status }, pelican)
  expect(edit.kind === 'changes' && applyTextChanges('Title: A\n\nx\n', edit.changes)).toBe(
    'Title: A\nstatus: published\n\nx\n',
  )
})

test('a head that does not read is refused', () => {
  expect(published('jekyll', '---\ndraft: true\ntitle: "A\n---\n')).toMatch(/^refused: /)
})
