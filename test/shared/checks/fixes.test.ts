import { describe, expect, test } from 'vitest'
import { changesOf } from '../../../shared/checks/findings/fixes'
import { checkedSite, type SiteToCheck } from '../../support/checked-site'

const head = (more = '') => `---\ntitle: One\n${more}---\n\n`

const files = {
  'static/images/cover.png': 10,
  'static/images/a b.png': 10,
  'static/images/Big (1).png': 10,
  'content/posts/one/inside.png': 10,
  'static/docs/Talk.pdf': 10,
  'static/docs/two words.pdf': 10,
}

/** The fault, the check, and the body before and after the fix. */
const fixes: readonly (readonly [name: string, check: string, before: string, after: string])[] = [
  ['a misspelled image', 'image-missing', '![x y](/images/covers.png "T")', '![x y](/images/cover.png "T")'],
  ['another extension', 'image-missing', '![x y](/images/cover.jpg)', '![x y](/images/cover.png)'],
  [
    'an image with a blank, in brackets',
    'image-missing',
    '![x y](</images/a  b.png>)',
    '![x y](</images/a b.png>)',
  ],
  ['an image with a blank, without', 'image-missing', '![x y](/images/a_b.png)', '![x y](/images/a%20b.png)'],
  [
    'an image in HTML',
    'image-missing',
    `<img alt='x y' src='/images/covers.png'>`,
    `<img alt='x y' src='/images/cover.png'>`,
  ],
  ['a misspelled file', 'link-file', '[w](/docs/Tolk.pdf#p=2 "T")', '[w](/docs/Talk.pdf#p=2 "T")'],
  ['a file of another case', 'link-file', '[w](</docs/TALK.PDF>)', '[w](</docs/Talk.pdf>)'],
  ['a file with a blank', 'link-file', '[w](/docs/two_words.pdf)', '[w](/docs/two%20words.pdf)'],
  [
    'letters of another case',
    'image-case',
    '![x y](/images/COVER.png?v=2#a)',
    '![x y](/images/cover.png?v=2#a)',
  ],
  ['a folder of another case', 'image-case', '![x y](/Images/cover.png)', '![x y](/images/cover.png)'],
  [
    'parentheses in the right name',
    'image-case',
    '![x y](/images/big%20(1).png)',
    '![x y](/images/Big%20%281%29.png)',
  ],
  ['a dead link', 'link-post', '[w](/posts/other-pots/?a=b#c "T")', '[w](/posts/other-post/?a=b#c "T")'],
  ['a dead link to a file', 'link-post', '[w](./other-pots.md)', '[w](./other-post.md)'],
  [
    'a dead link of a definition',
    'link-post',
    '[w][a]\n\n[a]: /posts/other-pots/',
    '[w][a]\n\n[a]: /posts/other-post/',
  ],
  ['a dead tag', 'link-post', '[w]({{< ref "other-pots" >}})', '[w]({{< ref "other-post" >}})'],
  ['a dead anchor', 'link-anchor', '## The end\n\n[w](#the-ends)', '## The end\n\n[w](#the-end)'],
  ['an anchor of another case', 'link-anchor', '## The end\n\n[w](#The-End)', '## The end\n\n[w](#the-end)'],
  [
    'a skipped level in HTML',
    'heading-order',
    '<h2>a</h2>\n\n<h4 class="h4">b <b>h4</b></h4 >',
    '<h2>a</h2>\n\n<h3 class="h4">b <b>h4</b></h3 >',
  ],
  ['another top in HTML', 'heading-top', '# a\n\n<H1>b</H1>', '# a\n\n<h2>b</h2>'],
  [
    'a bare address in HTML',
    'link-bare',
    '<div>\nhttps://a.example/?a=1&b=2\n</div>',
    '<div>\n<a href="https://a.example/?a=1&b=2">https://a.example/?a=1&b=2</a>\n</div>',
  ],
  [
    'an autolinked dead post',
    'link-post',
    '<https://example.org/posts/other-pots/>',
    '<https://example.org/posts/other-post/>',
  ],
  [
    'an image of a set',
    'image-missing',
    '<img srcset="/images/a%20b.png 1x, /images/covers.png 2x" src="/images/cover.png" alt="x y">',
    '<img srcset="/images/a%20b.png 1x, /images/cover.png 2x" src="/images/cover.png" alt="x y">',
  ],
  [
    'a label in a footnote',
    'reference-missing',
    'a[^1] [about]\n\n[^1]: [w][abot]\n\n[about]: /about/',
    'a[^1] [about]\n\n[^1]: [w][about]\n\n[about]: /about/',
  ],
  ['one slash', 'link-malformed', '[w](https:/a.example/x)', '[w](https://a.example/x)'],
  ['no colon', 'link-malformed', '[w](https//a.example/x)', '[w](https://a.example/x)'],
  ['a misspelled scheme', 'link-malformed', '[w](htps://a.example/x)', '[w](https://a.example/x)'],
  ['a scheme twice', 'link-malformed', '[w](http://https://a.example/x)', '[w](https://a.example/x)'],
  ['no scheme', 'link-malformed', '[w](www.a.example)', '[w](https://www.a.example)'],
  ['no mailto', 'link-malformed', '[w](ann@a.example)', '[w](mailto:ann@a.example)'],
  ['a blank', 'link-malformed', '[w](/files/two words.pdf)', '[w](/files/two%20words.pdf)'],
  ['http: of the site', 'link-insecure', '[w](http://www.example.org/a)', '[w](https://www.example.org/a)'],
  [
    'http: of the site in HTML',
    'link-insecure',
    '<a href="http://example.org/a?b&amp;c">w</a>',
    '<a href="https://example.org/a?b&amp;c">w</a>',
  ],
  ['a bare address', 'link-bare', 'See https://a.example/x, it says.', 'See <https://a.example/x>, it says.'],
  ['a level', 'heading-order', '## a\n\n#### b ####\n', '## a\n\n### b ####\n'],
  ['a level in a list', 'heading-order', '# a\n\n- #### b\n', '# a\n\n- ## b\n'],
  ['a second top', 'heading-top', '# a\n\nb\n=\n', '# a\n\nb\n-\n'],
  ['a fence', 'fence-open', '```js\na\n', '```js\na\n```\n'],
  ['a fence of five', 'fence-open', '`````\n```\na', '`````\n```\na\n`````'],
  ['a fence in a list', 'fence-open', '- a\n\n  ```\n  b\n\nText', '- a\n\n  ```\n  b\n  ```\n\nText'],
  ['a fence in a quote before text', 'fence-open', '> ```\n> a\n\nText', '> ```\n> a\n> ```\n\nText'],
  ['a fence in a quote', 'fence-open', '> ~~~\n> a', '> ~~~\n> a\n> ~~~'],
  ['an unused definition', 'reference-unused', 'a\n\n[x]: /y "T"\n[z]: /y\n\n[z]', 'a\n\n[z]: /y\n\n[z]'],
  [
    'a misspelled label',
    'reference-missing',
    '[w][harbor]\n\n[harbour]: /y',
    '[w][harbour]\n\n[harbour]: /y',
  ],
  ['a misspelled note', 'footnote-missing', 'w[^notes]\n\n[^note]: x', 'w[^note]\n\n[^note]: x'],
]

const site = (body: string, more: Partial<SiteToCheck> = {}) =>
  checkedSite({
    posts: { 'one.md': head() + body, 'other-post.md': `---\ntitle: Two\n---\n\n## C\n\n[1](/posts/one/)\n` },
    files,
    ...more,
  })

describe('every fix changes what it says and no other byte', () => {
  test.each(fixes)('%s', (_name, check, before, after) => {
    expect(site(before).fixed('one.md', check)).toBe(head() + after)
    expect(
      site(after)
        .told('one.md')
        .filter((line) => line.startsWith(`${check} `)),
    ).toEqual([])
  })

  test('in the front matter quotes, comments and order stay', () => {
    const text = `---\ntitle: "One"\nimage: '/images/covers.png' # the usual\nkind: [ boots, "x" ]\n---\n`
    const { fixed } = checkedSite({
      posts: { 'one.md': text },
      files,
      config: { fields: { kind: { choices: ['boats', 'x'] } } },
    })
    expect(fixed('one.md', 'field-image')).toBe(text.replace('covers', 'cover'))
    expect(fixed('one.md', 'field-choice')).toBe(text.replace('boots', 'boats'))
  })

  test('the day of a date is changed, its time and zone stay', () => {
    const text = '---\ntitle: One\ndate: "2024-01-05T10:00:00+02:00"\n---\n'
    const { fixed } = checkedSite({ profile: 'jekyll', posts: { '2024-1-4-one.md': text } })
    expect(fixed('2024-1-4-one.md', 'date-file-name')).toBe(text.replace('01-05', '01-04'))
  })

  test('a relative link gets the address that the site has', () => {
    const posts = { 'one.md': `${head()}[w](two.md#c)\n`, 'two.md': '---\ntitle: Two\n---\n\n## C\n' }
    const { fixed, told } = checkedSite({ profile: 'astro', posts })
    expect(told('one.md')).toEqual(['link-relative 5 **two.md#c** breaks on the site'])
    expect(fixed('one.md', 'link-relative')).toBe(posts['one.md'].replace('two.md#c', '/blog/two/#c'))
  })
})

test('fixes that overlap are made one after the other', () => {
  const fix = (from: number, to: number, insert: string) => ({
    fixes: [{ label: '', changes: [{ from, to, insert }] }],
  })
  expect(changesOf([fix(4, 8, 'b'), fix(0, 5, 'a'), fix(8, 9, 'c')])).toEqual([
    { from: 0, to: 5, insert: 'a' },
    { from: 8, to: 9, insert: 'c' },
  ])
  expect(changesOf([fix(3, 3, 'x'), fix(3, 3, 'y')])).toHaveLength(1)
  expect(changesOf([{ fixes: [] }, { fixes: [{ label: 'Write it', changes: [], caret: 3 }] }])).toEqual([])
})
