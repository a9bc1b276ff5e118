import { describe, expect, test } from 'vitest'
import { newHead } from '../../../../shared/front-matter/new-post/new-head'
import { factsOf } from '../../../../shared/front-matter/schema/facts'
import { createSchemaBuilder } from '../../../../shared/front-matter/schema/infer'

const post = { title: 'My trip: “two” days', slug: 'my-trip', nowMs: Date.UTC(2026, 10, 22, 15), offset: 0 }

/** The head of a new post among posts with these heads. */
const headAmong = (heads: readonly string[], fence = '---', keys?: readonly string[]): string => {
  const builder = createSchemaBuilder()
  for (const [index, head] of heads.entries())
    builder.add(
      `post-${index}.md`,
      factsOf(fence === '' ? `${head}\nText.\n` : `${fence}\n${head}${fence}\n\nText.\n`),
    )
  return newHead(builder.schema(), post, keys)
}

const four = (head: (n: number) => string) => [1, 2, 3, 4].map(head)

describe('a key that says the address is filled in or left out, and never empty', () => {
  test.each([
    ['Jekyll, the redirects of others', (n: number) => `title: T${n}\nredirect_from: /old/${n}/\n`],
    ['Jekyll, redirects that are empty', (n: number) => `title: T${n}\nredirect_from: ""\n`],
    ['Jekyll, the permalinks of others', (n: number) => `title: T${n}\npermalink: /p/${n}/\n`],
    ['Jekyll, a permalink that is empty', (n: number) => `title: T${n}\npermalink: ''\n`],
    ['Hugo, urls and aliases', (n: number) => `title: T${n}\nurl: /p/${n}/\naliases: [/a/${n}/]\n`],
    ['Hugo, in other case', (n: number) => `title: T${n}\nURL: /p/${n}/\nAliases: []\n`],
    ['Hexo, an id and an alias', (n: number) => `title: T${n}\nid: ${n}\nalias: old/${n}/\n`],
    ['Docusaurus, ids', (n: number) => `title: T${n}\nid: doc-${n}\n`],
    ['VuePress, redirects', (n: number) => `title: T${n}\nredirectFrom: /old/${n}.html\n`],
    ['Gatsby and Zola, a path', (n: number) => `title: T${n}\npath: /p/${n}\n`],
    [
      'Astro, the one address that is canonical',
      (n: number) => `title: T${n}\ncanonicalURL: https://x.org/${n}\n`,
    ],
  ])('%s', (_, head) => {
    expect(headAmong(four(head))).toBe('---\ntitle: "My trip: “two” days"\n---\n'.replaceAll('"', "'"))
  })

  test.each([
    ['Jekyll', 'permalink: /blog/:title/', 'permalink: /blog/:title/'],
    ['Eleventy', 'permalink: "/b/{{ page.fileSlug }}/"', 'permalink: "/b/{{ page.fileSlug }}/"'],
  ])('%s: a pattern that all posts share is theirs too', (_, line, expected) =>
    expect(headAmong(four((n) => `title: T${n}\n${line}\n`))).toContain(`\n${expected}\n`),
  )

  test('a slug is that of the post', () =>
    expect(headAmong(four((n) => `title: T${n}\nslug: t-${n}\n`))).toContain('\nslug: my-trip\n'))

  test('in TOML', () =>
    expect(
      headAmong(
        four((n) => `title = "T${n}"\npath = "p/${n}"\naliases = ["/a/${n}"]\n`),
        '+++',
      ),
    ).toBe('+++\ntitle = "My trip: “two” days"\n+++\n'))

  test('in the lines of Pelican and Nikola', () => {
    expect(
      headAmong(
        four((n) => `Title: T${n}\nSlug: t-${n}\nUrl: p/${n}/\nSave_as: p/${n}/index.html\n`),
        '',
      ),
    ).toBe('Title: My trip: “two” days\nSlug: my-trip\n')
    expect(
      headAmong(
        four((n) => `<!--\n.. title: T${n}\n.. slug: t-${n}\n.. link: \n-->\n`),
        '',
      ),
    ).toContain('.. slug: my-trip\n')
  })

  test('where the settings of the site ask for it', () =>
    expect(
      headAmong(
        four((n) => `title: T${n}\n`),
        '---',
        ['title', 'permalink', 'slug'],
      ),
    ).toBe("---\ntitle: 'My trip: “two” days'\nslug: my-trip\n---\n"))
})

describe('date and title stand where the posts have them', () => {
  test('a date in the name is none of the head', () =>
    expect(headAmong(four((n) => `layout: post\ntitle: T${n}\n`))).not.toContain('date'))

  test('in their order', () =>
    expect(headAmong(four((n) => `date: 2024-01-0${n}\nlayout: post\ntitle: T${n}\n`))).toBe(
      "---\ndate: 2026-11-22\nlayout: post\ntitle: 'My trip: “two” days'\n---\n",
    ))

  test('under their own name', () =>
    expect(headAmong(four((n) => `pubDate: 'Jan 0${n} 2024'\nname: T${n}\n`))).toContain(
      "pubDate: 'Nov 22 2026'\n",
    ))

  test('a title that is a heading is not put into the head', () =>
    expect(headAmong(four((n) => `date: 2024-01-0${n}\n`))).toBe('---\ndate: 2026-11-22\n---\n'))
})

describe('an optional field that has no value yet is left out', () => {
  const common = (n: number) => `title: T${n}\npubDate: 2024-01-0${n}\n`
  test.each([
    ['a date', (n: number) => `updatedDate: 2024-02-0${n}\n`, 'updatedDate'],
    ['a quoted date', (n: number) => `updatedDate: '2024-02-0${n}'\n`, 'updatedDate'],
    ['an image', (n: number) => `heroImage: '../../assets/${n}.jpg'\n`, 'heroImage'],
    ['a number', (n: number) => `weight: ${n}\n`, 'weight'],
  ])('%s', (_, line, key) => expect(headAmong(four((n) => common(n) + line(n)))).not.toContain(key))

  test('an enumeration', () => {
    const kinds = ['note', 'essay', 'note', 'essay', 'note', 'essay', 'note', 'essay']
    expect(headAmong(kinds.map((kind, n) => `${common(n + 1)}kind: ${kind}\n`))).not.toContain('kind')
  })

  test('but one that the posts themselves leave empty stays', () =>
    expect(headAmong(four((n) => `${common(n)}updatedDate: ''\n`))).toContain("updatedDate: ''\n"))
})
