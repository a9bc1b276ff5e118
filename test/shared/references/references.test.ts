import { expect, test } from 'vitest'
import { codeRanges } from '../../../shared/references/code-ranges'
import { headingsIn } from '../../../shared/references/headings'
import { referencesIn } from '../../../shared/references/references'

const found = (text: string): string[] =>
  referencesIn(text, 0, codeRanges(text, 0)).map(({ kind, target }) => `${kind} ${target}`)
const headings = (text: string): string[] =>
  headingsIn(text, 0, codeRanges(text, 0)).map(({ level, text: title }) => `${level} ${title}`)

test.each<[string, string[]]>([
  ['[a](b.md)', ['link b.md']],
  ['[a]( <b c.md> "t")', ['link b c.md']],
  ['[a](b.md "t") [c]( d.md ) [e](f.md (t))', ['link b.md', 'link d.md', 'link f.md']],
  ['[a](b.md\n"t") [c](d.md ', ['link b.md', 'link d.md']],
  ['[a](./two (draft).md) ![b](my picture.png)', []],
  ['![a](b.png)', ['image b.png']],
  ['![a](b.png =100x200) ![c](d.png "t" =50%x)', ['image b.png', 'image d.png']],
  ['[![a](b.png)](/c)', ['image b.png', 'link /c']],
  ['[a [b] c](d)', ['link d']],
  ['[a](b(c).md)', ['link b(c).md']],
  ['[a](#part)', []],
  ['[id]: ../x.md "t"', ['link ../x.md']],
  ['[^1]: a note', []],
  ['<a class="b" href="/c">', ['link /c']],
  ["<img alt='x' src='a.png'>", ['image a.png']],
  ['{{< ref "a.md" >}} {{% relref b.md %}}', ['hugo-ref a.md', 'hugo-ref b.md']],
  ['[a]({{< ref "a.md" >}})', ['hugo-ref a.md']],
  [
    '[a]({% post_url 2020-01-02-x %}) {% link _posts/y.md %}',
    ['jekyll-post 2020-01-02-x', 'jekyll-link _posts/y.md'],
  ],
  ['`[a](b)` [c](d)', ['link d']],
  ['``a ` [x](y)`` [c](d)', ['link d']],
  ['```\n[a](b)\n```\n[c](d)', ['link d']],
  ['- x\n  ~~~\n  [a](b)\n  ~~~\n[c](d)', ['link d']],
  ['```\n[a](b)', []],
  ['<!-- [a](b) --> [c](d)', ['link d']],
  ['a lone ` tick [c](d)', ['link d']],
])('%j', (text, expected) => expect(found(text)).toEqual(expected))

test('the range of a target is exact', () => {
  const text = 'see [the b](b) and [b](<b> "b")'
  for (const { from, to, target } of referencesIn(text, 0, [])) expect(text.slice(from, to)).toBe(target)
  expect(referencesIn(text, 0, []).map(({ from }) => from)).toEqual([12, 24])
})

test.each<[string, string[]]>([
  ['# A\n\n## B ##', ['1 A', '2 B']],
  ['A\n===\n\nB\n---', ['1 A', '2 B']],
  ['#no', []],
  ['#', ['1 ']],
  ['    # code', []],
  ['```\n# code\n```\n# A', ['1 A']],
  ['# A [b](c) `d` **e** {#id}', ['1 A b d e']],
  ['- a\n---', []],
  ['\n---\n# A', ['1 A']],
])('headings of %j', (text, expected) => expect(headings(text)).toEqual(expected))
