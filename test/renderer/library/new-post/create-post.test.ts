import { beforeEach, expect, test } from 'vitest'
import { factsOf } from '../../../../shared/front-matter/schema/facts'
import { createSchemaBuilder } from '../../../../shared/front-matter/schema/infer'
import { emptySchema, type SiteSchema } from '../../../../shared/front-matter/schema/site-schema'
import { installApi } from '../../../support/fake-api'
import { summary } from '../../../support/posts'

let whole: PromiseWithResolvers<SiteSchema>
let newest = ''
let eol: '\n' | '\r\n' = '\n'
const fake = installApi({
  openPost: () => ({
    id: 'a.md',
    text: newest,
    format: { bom: false, eol, terminators: null, encoding: 'utf-8' },
    revision: 'r',
  }),
  wholeSchema: () => whole.promise,
  createPost: () => ({ undo: 'op', done: 1, failed: [] }),
  undoOperation: () => ({ undo: 'back', done: 1, failed: [] }),
})
const { useNotices } = await import('../../../../renderer/base/notices')
const { createPost } = await import('../../../../renderer/library/new-post/create-post')

const builder = createSchemaBuilder()
for (const name of ['a.md', 'b.md', 'c.md'])
  builder.add(name, factsOf('---\ntitle: A\ndate: 2024-01-02\n---\n'))
const factsSchema = builder.schema()

beforeEach(() => {
  fake.called.length = 0
  eol = '\n'
  whole = Promise.withResolvers()
})

test('a new post is written with its head, and the notice takes it back', async () => {
  const made = createPost('2024/trip.md', 'Trip', { slug: 'trip', today: '2024-03-05' }, [])
  await Promise.resolve()
  // The new post waits until all posts are read.
  expect(fake.called.map(({ name }) => name)).toEqual(['wholeSchema'])
  whole.resolve(emptySchema)
  await made
  expect(fake.called.slice(1)).toEqual([
    {
      name: 'createPost',
      args: ['2024/trip.md', { text: expect.stringContaining('title: Trip'), format: expect.anything() }],
    },
  ])
  const notice = useNotices.getState().notices.at(-1)
  expect(notice).toMatchObject({ text: 'Created 2024/trip.md.', action: { label: 'Undo' } })
  notice?.action?.run()
  expect(fake.called.at(-1)).toEqual({ name: 'undoOperation', args: ['op'] })
})

test.each([
  ['a heading', '---\ndate: 2024-01-02\n---\n\n# The title\n\nText.\n', '# Trip\n'],
  ['an underlined one', '---\ndate: 2024-01-02\n---\nThe title\n=========\n', '# Trip\n'],
  ['none', '---\ndate: 2024-01-02\n---\n\nText with # in it.\n\n# Later\n', ''],
])('where the newest post has its title in %s, so has the new one', async (_, text, heading) => {
  newest = text
  const date = { ...factsSchema, fields: factsSchema.fields.filter(({ key }) => key !== 'title') }
  whole.resolve(date)
  await createPost('b.md', 'Trip', { slug: 'trip', today: '2024-03-05' }, [summary('a.md')])
  const made = fake.called.find(({ name }) => name === 'createPost')?.args[1]
  expect(made).toMatchObject({
    text: expect.stringMatching(new RegExp(`^---\\ndate: .*\\n---\\n\\n${heading}$`)),
  })
})

test('a title of the head is none of the text as well', async () => {
  newest = '---\ntitle: A\n---\n\n# A\n'
  whole.resolve(factsSchema)
  await createPost('b.md', 'Trip', { slug: 'trip', today: '2024-03-05' }, [summary('a.md')])
  const made = fake.called.find(({ name }) => name === 'createPost')?.args[1]
  expect(made).toMatchObject({ text: expect.not.stringContaining('#') })
})

test.each([
  ['none', [], '\r\n'],
  ['a broken link', ['link-broken'], '\r\n'],
  ['a missing image and an empty field', ['image-missing', 'field-required'], '\r\n'],
  ['a head that is not valid', ['front-matter'], '\r\n'],
  ['a file that cannot be read', ['unreadable'], '\n'],
])('the line endings are those of the newest post, whose problem is %s', async (_, checks, expected) => {
  newest = '---\ntitle: A\n---\n\nText\n'
  eol = '\r\n'
  whole.resolve(factsSchema)
  const problems = checks.map((check) => ({ check, message: check, severity: 'warning' as const }))
  const posts = [{ ...summary('a.md'), problems }]
  await createPost('b.md', 'Trip', { slug: 'trip', today: '2024-03-05' }, posts)
  const made = fake.called.find(({ name }) => name === 'createPost')?.args[1]
  expect(made).toMatchObject({ format: { eol: expected } })
})
