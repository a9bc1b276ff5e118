import { describe, expect, test } from 'vitest'
import { checkedSite, type SiteToCheck } from '../../../support/checked-site'

const found = (head: string, more: Partial<SiteToCheck> = {}, id = 'one.md') =>
  checkedSite({ ...more, posts: { ...more.posts, [id]: `---\n${head}\n---\n\nText.\n` } })
    .of(id)
    .map(({ check }) => check)

const post = (head: string) => `---\n${head}\n---\n\nText.\n`

describe('field-length', () => {
  const others = Object.fromEntries(
    [2, 3, 4].map((n) => [`p${n}.md`, post(`title: P${n}\ndescription: Short words number ${n}`)]),
  )
  const told = (text: string) => found(`title: One\ndescription: ${JSON.stringify(text)}`, { posts: others })
  test.each([
    'a'.repeat(161),
    '漢'.repeat(161),
    'word '.repeat(33),
    '👩‍👩‍👧‍👦'.repeat(161),
    'é'.normalize('NFD').repeat(161),
  ])('is found in %j', (text) => expect(told(text)).toEqual(['field-length']))
  test.each([
    'a'.repeat(160),
    '漢'.repeat(160),
    '👩‍👩‍👧‍👦'.repeat(40),
    '🇩🇪'.repeat(120),
    'é'.normalize('NFD').repeat(160),
    `${'a'.repeat(158)}\n`,
    `${'a'.repeat(160)}   `,
  ])('is not found in %j', (text) => expect(told(text)).toEqual([]))
})

describe('description-missing', () => {
  const others = Object.fromEntries(
    [2, 3, 4, 5].map((n) => [
      `p${n}.md`,
      post(n === 5 ? 'title: P5' : `title: P${n}\ndescription: Short words number ${n}`),
    ]),
  )
  const told = (head: string) => found(head, { posts: others })
  test.each([
    'title: One',
    'title: One\ndescription:',
    'title: One\ndescription: ""',
    'title: One\ndescription: "  "',
  ])('is found in %j', (head) => expect(told(head)).toEqual(['description-missing']))
  test.each([
    'title: One\ndescription: Words',
    'title: One\ndraft: true',
    'title: One\nDescription: Words',
    'title: One\ndescription: >\n  Words\n  more',
    'title: One\ndescription: |-\n  Words',
  ])('is not found in %j', (head) => expect(told(head)).toEqual([]))
})

describe('field-required', () => {
  const config = { fields: { title: { required: true }, author: { required: true, type: 'text' } } } as const
  test.each([
    'title: A',
    'title: A\nauthor:',
    'title: A\nauthor: ""',
    'title: A\nauthor: []',
    'title: A\nauthor: null',
    'title: A\nauthor: ~',
    'title: A\n# author: Ann',
    'title: A\nauthor: "  "',
    'title: A\nmeta:\n  author: Ann',
  ])('is found in %j', (head) => expect(found(head, { config })).toEqual(['field-required']))
  test.each([
    'title: A\nauthor: Ann',
    'title: A\nAuthor: Ann',
    'title: A\nauthor: 0',
    'title: A\nauthor: false',
    'title: A\nauthor: [Ann]',
  ])('is not found in %j', (head) => expect(found(head, { config })).toEqual([]))
})

describe('field-choice', () => {
  const config = {
    fields: {
      status: { type: 'choice', choices: ['draft', 'done'] },
      tags: { type: 'list', choices: ['sea', 'Land', '2024'] },
    },
  } as const
  test.each([
    'status: dome',
    'status: Done',
    'tags: [sea, sky]',
    'tags:\n  - sea\n  - land',
    'tags: sky',
    'tags: [2025]',
    'status: "done "',
    'status: true',
  ])('is found in %j', (head) =>
    expect(found(`title: A\n${head}`, { config: config as never })).toEqual(['field-choice']),
  )
  test.each([
    'status: done',
    'status: "draft"',
    'tags: [sea, Land]',
    'tags: []',
    'tags: [2024]',
    'status:',
    'tags:\n  - sea',
  ])('is not found in %j', (head) =>
    expect(found(`title: A\n${head}`, { config: config as never })).toEqual([]),
  )
})

describe('field-image', () => {
  const files = { 'static/x.png': 1, 'static/images/two words.png': 1 }
  test.each([
    'image: /none.png',
    'cover: none.jpg',
    'cover:\n  image: /none.png',
    'images:\n  - /x.png\n  - /none.png',
    'images: [/none.webp]',
    'featuredImage: "/none.png?v=1"',
    'thumbnail: ../../../../../x.png',
    'hero: file:///x.png',
    'og_image: /none.png',
    'ogImage: /none.png',
    'banner: /images/two%20word.png',
    'featured_image: /none.png',
    'socialImage: /none.png',
    'header:\n  teaser: /none.png',
  ])('is found in %j', (head) => expect(found(`title: A\n${head}`, { files })).toEqual(['field-image']))
  test.each([
    'image: /x.png',
    'image: https://a.example/none.png',
    'images: [/x.png]',
    'cover:\n  image: /images/two words.png',
    'image: /images/two%20words.png',
    'image: ""',
    'image: "{{ site.image }}"',
    'image: data:image/png;base64,AAAA',
    'cover: true',
    'hero: A headline',
    'image: //a.example/none.png',
  ])('is not found in %j', (head) => expect(found(`title: A\n${head}`, { files })).toEqual([]))
})

test('a template may complete the file names of images in front matter', () => {
  const told = (count: number, files: SiteToCheck['files']) =>
    found('title: A\ncover: a.png', {
      files: files ?? {},
      posts: Object.fromEntries(
        Array.from({ length: count }, (_, n) => [`p${n}.md`, post(`title: P${n}\ncover: p${n}.png`)]),
      ),
    })
  expect(told(9, {})).toEqual([])
  expect(told(8, {})).toEqual(['field-image'])
  expect(told(20, { 'content/posts/p3.png': 1 })).toEqual(['field-image'])
})

test('files of the project need no front matter', () => {
  const others = Object.fromEntries([1, 2, 3, 4].map((n) => [`p${n}.md`, post(`title: P${n}\nauthor: Ann`)]))
  const told = (id: string) =>
    checkedSite({ posts: { ...others, [id]: 'Text.\n' } })
      .of(id)
      .map(({ check }) => check)
  expect(['README.md', 'LICENSE.md', 'AGENTS.md', 'contributing.md'].flatMap(told)).toEqual([])
  expect(told('readme-first.md')).toContain('field-required')
  expect(told('claude/one.md')).toContain('field-required')
})

describe('front-matter', () => {
  test.each([
    'title: "A',
    'title: a: b',
    'tags: [a',
    '\ttitle: A',
    'title: A\ntitle: B',
    '- a\n- b',
    'title: @a',
    'a: &x\n  b: *y',
  ])('is found in %j', (head) => expect(found(head)).toContain('front-matter'))
  test.each([
    'title: A',
    '# only a comment',
    'title: "a: b"',
    '"title": A',
    'title: A\r',
    'title: |\n  a: b',
    'a: &x 1\nb: *x\ntitle: A',
  ])('is not found in %j', (head) => expect(found(head)).not.toContain('front-matter'))
})
