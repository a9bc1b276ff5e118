import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { formFields } from '../../../../shared/front-matter/form/fields'
import { newHead } from '../../../../shared/front-matter/new-post/new-head'
import { parseFrontMatter } from '../../../../shared/front-matter/read/parse'
import { factsOf } from '../../../../shared/front-matter/schema/facts'
import { createSchemaBuilder } from '../../../../shared/front-matter/schema/infer'
import { keyOfRole } from '../../../../shared/front-matter/schema/roles'
import { fieldOf, type SiteSchema } from '../../../../shared/front-matter/schema/site-schema'
import { decodePost } from '../../../../shared/posts/text-format'
import { fixtureSites, postsBelow } from '../../../support/front-matter-corpus'

const textsOf = (site: string) =>
  postsBelow(join(fixtureSites, site)).map(({ name, bytes }) => ({ name, text: decodePost(bytes).text }))
const learn = (site: string): SiteSchema => {
  const builder = createSchemaBuilder()
  for (const { name, text } of textsOf(site)) builder.add(name, factsOf(text))
  return builder.schema()
}
/** The schema, with one line for each field. */
const shown = (schema: SiteSchema) =>
  schema.fields.map(({ key, type, role, count, required, quoting }) =>
    [key, type, role ?? '-', `${count}/${schema.posts}`, required ? 'required' : '', quoting]
      .filter((part) => part !== '')
      .join(' '),
  )
const post = { title: 'A new post', slug: 'a-new-post', nowMs: Date.UTC(2026, 10, 22, 15, 4, 5), offset: 60 }

describe('five sites, with no configuration', () => {
  test('Next.js, the blog of a course', () => {
    const schema = learn('next')
    expect(shown(schema)).toEqual([
      'title text title 6/6 required single',
      'date date date 6/6 required single',
      'image image image 6/6 required plain',
      'info long-text summary 5/6 plain',
      'isFeatured boolean featured 6/6 required plain',
    ])
    expect(keyOfRole('featured', schema)).toBe('isFeatured')
    expect(newHead(schema, post)).toBe(
      "---\ntitle: 'A new post'\ndate: '2026-11-22'\ninfo: ''\nisFeatured: false\n---\n",
    )
  })

  test('Astro', () => {
    const schema = learn('astro')
    expect(shown(schema)).toEqual([
      'title text title 6/6 required double',
      'description long-text summary 6/6 required double',
      'pubDate date date 6/6 required double',
      'updatedDate date - 2/6 double',
      'heroImage image image 5/6 double',
      'tags list tags 6/6 required double',
      'draft boolean draft 6/6 required plain',
    ])
    expect(fieldOf(schema, 'tags')?.values).toEqual([
      { value: 'docker', count: 6 },
      { value: 'linux', count: 4 },
      { value: 'howto', count: 2 },
    ])
    expect(newHead(schema, post)).toBe(
      '---\ntitle: "A new post"\ndescription: ""\npubDate: "Nov 22 2026"\ntags: []\ndraft: true\n---\n',
    )
  })

  test('Hugo', () => {
    const schema = learn('hugo')
    expect(shown(schema)).toEqual([
      'title text title 6/6 required single',
      'date date date 6/6 required plain',
      'draft boolean draft 6/6 required plain',
      'weight number - 5/6 plain',
      'tags list tags 6/6 required single',
      'description long-text summary 5/6 single',
      'cover nested image 5/6 plain',
      'cover.image image - 5/6 plain',
    ])
    expect(schema.language).toBe('toml')
    expect(newHead(schema, post)).toBe(
      "+++\ntitle = 'A new post'\ndate = 2026-11-22T16:04:05+01:00\ndraft = true\ntags = []\ndescription = ''\n+++\n",
    )
  })

  test('Jekyll', () => {
    const schema = learn('jekyll')
    expect(shown(schema)).toEqual([
      'layout text - 6/6 required plain',
      'title text title 6/6 required double',
      'date date date 6/6 required plain',
      'category enumeration - 6/6 required plain',
      'tags text tags 6/6 required plain',
      'published boolean draft 1/6 plain',
    ])
    expect(newHead(schema, post)).toBe(
      '---\nlayout: post\ntitle: "A new post"\ndate: 2026-11-22 17:04:05 +0200\ntags: \'\'\n---\n',
    )
  })

  test('Eleventy', () => {
    const schema = learn('eleventy')
    expect(shown(schema)).toEqual([
      'title text title 6/6 required plain',
      'description long-text summary 6/6 required plain',
      'date date date 6/6 required plain',
      'tags list tags 6/6 required plain',
      'author nested author 6/6 required plain',
      'author.name enumeration - 6/6 required plain',
      'author.url enumeration - 6/6 required plain',
      'layout text - 6/6 required plain',
      'readingTime number - 6/6 required plain',
    ])
    expect(newHead(schema, post)).toBe(
      "---\ntitle: A new post\ndescription: ''\ndate: 2026-11-22\ntags: []\nauthor:\n  name: Ann Lee\n  url: https://example.com/ann\nlayout: layouts/post.njk\n---\n",
    )
  })
})

test('every new head is read as it is meant', () => {
  for (const site of ['next', 'astro', 'hugo', 'jekyll', 'eleventy']) {
    const read = parseFrontMatter(newHead(learn(site), { ...post, title: 'It’s “new”: #1 \\ "x"' }))
    expect(read).toMatchObject({ kind: 'parsed', data: { title: 'It’s “new”: #1 \\ "x"' } })
  }
})

test('a folder without posts gets a head of title and date', () =>
  expect(newHead(createSchemaBuilder().schema(), post)).toBe(
    '---\ntitle: A new post\ndate: 2026-11-22\n---\n',
  ))

test('taking a post out leaves what was before it', () => {
  const builder = createSchemaBuilder()
  const texts = textsOf('astro')
  for (const { name, text } of texts) builder.add(name, factsOf(text))
  const before = builder.schema()
  builder.add('other.md', factsOf('---\nnew: 1\ntitle: x\n---\n'))
  builder.add('other.md', factsOf('---\nzzz: [a]\n---\n'))
  expect(fieldOf(builder.schema(), 'zzz')?.count).toBe(1)
  expect(fieldOf(builder.schema(), 'new')).toBe(null)
  builder.remove('other.md')
  builder.remove('never there.md')
  expect(builder.schema()).toEqual(before)
})

test('a broken post says nothing', () => {
  const builder = createSchemaBuilder()
  builder.add('a.md', factsOf('---\ntitle: Foo: bar\n---\n'))
  builder.add('b.md', factsOf('no head'))
  expect(builder.schema()).toEqual({ posts: 0, language: 'yaml', fields: [] })
})

describe('the form of a post', () => {
  const schema = learn('astro')
  const form = (text: string, of = schema) => formFields(text, of)
  const row = (text: string, key: string, of = schema) => form(text, of).find((field) => field.key === key)

  test('its own fields in their order, then what most posts have', () => {
    const rows = form('---\ntags: [a]\ntitle: "x"\nodd: 12\n---\n')
    expect(rows.map(({ key, present, type }) => `${key} ${type}${present ? '' : ' offered'}`)).toEqual([
      'tags list',
      'title text',
      'odd number',
      'description long-text offered',
      'pubDate date offered',
      'heroImage image offered',
      'draft boolean offered',
    ])
  })

  test('values as they are written', () => {
    const text =
      '---\nversion: 1.10\nzip: 01234\ndate: 2024-1-5 # x\nempty:\nq: "a \\"b\\""\nyes: no\nlist: [1.0, "b"]\nblock: |\n  one\n  two\n---\n'
    expect(Object.fromEntries(form(text).map(({ key, value }) => [key, value]))).toMatchObject({
      version: '1.10',
      zip: '01234',
      date: '2024-1-5',
      empty: '',
      q: 'a "b"',
      yes: false,
      list: ['1.0', 'b'],
      block: 'one\ntwo',
    })
  })

  test('lines, groups, and what is locked', () => {
    const text = '---\n# c\na: &a x\nb: *a\nauthor:\n  name: Ann\n  "full name": "A"\n---\n'
    expect(row(text, 'a')).toMatchObject({ line: 3, locked: 'Other fields take their value from it (&a)' })
    expect(row(text, 'b')).toMatchObject({ line: 4, locked: 'Its value comes from another field (*a)' })
    expect(row(text, 'author')).toMatchObject({ type: 'nested', line: 5 })
    expect(row(text, 'author')?.fields.map(({ path, value, line }) => [path, value, line])).toEqual([
      [['author', 'name'], 'Ann', 6],
      [['author', 'full name'], 'A', 7],
    ])
  })

  test('drift is told where the posts agree', () => {
    expect(row('---\ntitle: x\n---\n', 'title')?.drift).toEqual({
      message: '`title` has no quotes; 6 of 6 posts use double quotes',
      kept: null,
    })
    expect(row('---\npubDate: 2024-01-05\n---\n', 'pubDate')?.drift?.message).toBe(
      '`pubDate` has no quotes; 6 of 6 posts use double quotes',
    )
    expect(row('---\ntitle: 2024\n---\n', 'title')?.drift).toEqual({
      message: '`title` is a number; 6 of 6 posts have text in quotes',
      kept: null,
    })
    expect(row('---\ntitle: ~\n---\n', 'title')?.drift?.kept ?? null).toBe(null)
    expect(row('---\ntitle: yes\n---\n', 'title')?.drift?.kept).toBe(null)
    expect(row('---\ntags: a, b\n---\n', 'tags')?.drift).toEqual({
      message: '`tags` is text; most posts have a list',
      kept: null,
    })
    expect(row('---\ntags: two words\n---\n', 'tags')?.drift).toMatchObject({
      kept: 'Its words may be one term or several',
    })
    expect(row('---\ntags: []\n---\n', 'tags')?.drift).toBe(null)
    expect(row('---\ntitle: "x"\n---\n', 'title')?.drift).toBe(null)
  })

  test('a broken head has no form', () => expect(form('---\ntitle: Foo: bar\n---\n')).toEqual([]))
  test('a post without a head is offered what the others have', () =>
    expect(form('text').every(({ present }) => !present)).toBe(true))
  test('TOML and JSON heads have rows too', () => {
    expect(form("+++\ntitle = 'x'\ntags = ['a']\n+++\n").slice(0, 2)).toMatchObject([
      { key: 'title', value: 'x', line: 2, locked: null },
      { key: 'tags', value: ['a'], line: 3, locked: null },
    ])
    expect(form('{\n  "title": "x"\n}\n')[0]).toMatchObject({ key: 'title', value: 'x', line: 2 })
  })
})
