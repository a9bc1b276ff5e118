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
  // written in other ways
  ['<a href=/posts/old/>x</a>', ['link /posts/old/']],
  ['<a class="x"\n   href=\'/b\'>', ['link /b']],
  ['<A HREF="/b"> <area href="/c">', ['link /b', 'link /c']],
  [
    '<Link href="/b">x</Link> <Card href={"/c"} title="y" /> <a href={`/d`}>',
    ['link /b', 'link /c', 'link /d'],
  ],
  ['<Card a={{ b: "/c" }} href="/d">', ['link /d']],
  ['<img srcset="/a.png 2x, /b.png 3x" src="/c.png">', ['image /a.png', 'image /b.png', 'image /c.png']],
  ['> [r]: /b', ['link /b']],
  ['- [r]: /b', ['link /b']],
  [
    '<https://example.org/b/> and https://example.org/c.',
    ['link https://example.org/b/', 'link https://example.org/c'],
  ],
  ['[a](https://example.org/b)', ['link https://example.org/b']],
  ['{{< ref path="a.md" lang="fr" >}} {{% relref path=`b` %}}', ['hugo-ref a.md', 'hugo-ref b']],
  ['{{< ref old >}}', ['hugo-ref old']],
  ['{{< figure src="/x.png" link="/b/" >}} {{< img "y.png" >}}', ['image /x.png', 'link /b/', 'image y.png']],
  ['{{< youtube abc >}}', []],
  ['{{< zoom name="/x.png" title="y.png" >}}', []],
  ['{{< zoom picture="/x.png" caption="About y.png" >}}', ['image /x.png']],
  ["{% include image.html src='/x.png' alt='y.png' %}", ['image /x.png']],
  ['{% picture assets/x.png %} {% assign a = "/y.png" %} {% raw %}', ['image assets/x.png', 'image /y.png']],
  ['{% image "/x.png", "About y.png" %} {% figure src: "/z.png" %}', ['image /x.png', 'image /z.png']],
  ['{% if page.image == "x.png" %}', ['image x.png']],
  [
    '<td background="/x.png"> <Card cover="/y.png" alt="z.png" /> <a download="v.png" href="/w.png">',
    ['image /x.png', 'image /y.png', 'link /w.png'],
  ],
  [
    '<p style="background: url(/x.png), url(\'/y z.png\')"> <p style="color: red">',
    ['image /x.png', 'image /y z.png'],
  ],
  ['<style>\na { background: url("/x.png") } b { mask: url(#m) }\n</style>', ['image /x.png']],
  ['<script setup>\nimport a from "./x.svg"\nimport b from "vue"\n</script>', ['import ./x.svg']],
  ['<img :src="withBase(\'/x.png\')"> <B v-bind:a="y" />', ['image /x.png']],
  [
    '<G all={["../x.png", \'./y.png\']} /> <P style={{ backgroundImage: "url(/z.png)" }} />',
    ['image ../x.png', 'image ./y.png', 'image /z.png'],
  ],
  ['<source imagesrcset="/x.png 1x, /y.png 2x">', ['image /x.png', 'image /y.png']],
  ['{% post_link old "Title" %} {% post_path old %}', ['hexo-post old', 'hexo-post old']],
  ['[x]({% post_path old %})', ['hexo-post old']],
  ['{% asset_img left p.png 20 20 %} {% asset_path a.pdf %}', ['hexo-asset p.png', 'hexo-asset a.pdf']],
  ['[a]({{ site.baseurl }}/b) [c]({{site.url}}{{ site.baseurl }}/d)', ['link /b', 'link /d']],
  ['<a href="{{ site.baseurl }}/b">', ['link /b']],
  ['<a href="{{ site.baseurl }}{% post_url 2020-01-02-x %}">', ['jekyll-post 2020-01-02-x']],
  ['[a]({{ "/b" | relative_url }}) <a href="{{ \'/c\' | absolute_url }}">', ['link /b', 'link /c']],
  ['{% include figure.html image_path="/a.png" url="/b" %}', ['image /a.png', 'link /b']],
  ['[[Old note]] [[Old#H|text]] ![[Old]] [[a\\|b]]', ['wiki Old note', 'wiki Old#H', 'wiki Old', 'wiki a']],
  ['[[ -f x ]]', []],
  // left alone
  ['x\n\n    [a](b)\n\n[c](d)', ['link d']],
  ['x\n\n\t[a](b)\n[c](d)', ['link d']],
  ['- x\n\n    [a](b)', ['link b']],
  ['- x\n\n      [a](b)', []],
  ['10. x\n\n    [a](b)\n\ny\n\n    [c](d)', ['link b']],
  ['x\n    [a](b)', ['link b']],
  ['> x\n>\n>     [a](b)', []],
  ['<pre>[a](b)</pre> [c](d)', ['link d']],
  ['<script>const a = "[a](b)"</script> [c](d)', ['link d']],
  ['<script src="/x.js"></script>', ['image /x.js']],
  ['{% raw %}{% post_url 2020-01-02-x %} [a](b){% endraw %} [c](d)', ['link d']],
  ['{% highlight sh %}\n[a](b)\n{% endhighlight %} [c](d)', ['link d']],
  ['\\[escaped](b) [c](d)', ['link d']],
  ['[a\\](b) [c](d)', ['link d']],
  ['\\\\[a](b)', ['link b']],
  ['no bracket](b)', []],
  ['{{</* ref "old.md" */>}} {{%/* ref "x" */%}}', []],
  // templates run before markdown
  ['```\n{{< ref "a.md" >}} [x](y)\n```', ['hugo-ref a.md']],
])('%j', (text, expected) => expect(found(text)).toEqual(expected))

test('MDX has comments in braces, imports, and no indented code', () => {
  const text = 'import Old from "./old.mdx"\n\n{/* [a](b) */}\n\n    [c](d) <!-- x -->\n'
  const all = referencesIn(text, 0, codeRanges(text, 0, 'mdx'), 'mdx')
  expect(all.map(({ kind, target }) => `${kind} ${target}`)).toEqual(['import ./old.mdx', 'link d'])
})

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
