/** A generator of random numbers; the same seed gives the same numbers. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Blocks with every construct that the pipeline supports, many of them incomplete. */
export const pieces: readonly string[] = [
  'A paragraph with *emphasis*, **strong**, `code`, [a link][ref], [ref], [other text][Ref 2] and <kbd>raw</kbd>.',
  '[ref]: https://example.com/a "Title"',
  '[ref 2]: <https://example.com/b c>',
  '[ref]: /second-definition',
  '# Heading',
  '## Heading',
  '## Heading {#own-id .x}',
  'Setext *one*\n====',
  'Setext two\n---',
  '- item\n- [ ] open\n- [x] done\n\n  inside\n  - nested [ref]',
  '1. one\n2. two\n   ```js\n   code\n   ```',
  '* TOC\n{:toc}',
  '[[toc]]',
  '> quote\nlazy\n> - list',
  '> [!NOTE]\n> Noted[^1].',
  '```js\nconst a = 1\n\nconst b = 2\n```',
  '~~~\ntilde\n~~~',
  '    indented\n\n    code',
  '| a | b |\n| --- | :-: |\n| 1 | [ref] |',
  'cell | cell\n--- | ---\nx | y',
  '---',
  '***',
  'Text[^1] and[^note] and again[^1] and ^[an inline note].',
  '[^1]: The first note with [ref].',
  '[^note]: A note\n\n    with two paragraphs[^deep].',
  '[^deep]: Deep.',
  'Term\n: Definition with [ref]\n\n: Second',
  'Apple\n\n: Fruit',
  'Apple\nPear\n: Fruit\n\n\n: Food',
  'Note[^Note] and [^long label].\n\n[^long label]: With a blank.',
  'H~2~O and x^2^ and ==mark== and ~~gone~~ :smile: www.example.com https://e.org',
  '*[HTML]: Hyper Text',
  '*[CSS]: Cascading',
  'HTML and CSS and HTML.',
  '::: warning Look out\nInside [ref]\n\n- list\n:::',
  ':::',
  '<details>\n<summary>More</summary>\n\nHidden **text**\n\n</details>',
  '<div class="a">',
  '<details>\n```js\na\n\nb\n```\n*c*\n</details>',
  '<div>\n~~~\nnever closed',
  '<a href="x">\n\n![b](b.png)\n\n</a>',
  '{% raw %}{{ a }} *b*{% endraw %} c',
  '<Tab>\n    - one\n    - two\n  </Tab>\n</Tabs>\n\n      # Far inside\n      more\ntext\n    - list',
  '- a\n\n  | x |\n  |---|\n  | 1 |\n- b',
  '</div>',
  '<!-- comment\n\nover blank lines -->',
  '<script>\nalert(1)\n\n</script>',
  '<p align="center">',
  '![alone](image.png "Caption")',
  'An ![image](a.png){.wide} inline',
  '{.striped}',
  '{{< figure src="x.png" >}}',
  '{% include note.html\n   text="two lines" %}',
  'Inline {{ site.title }} and [post]({% post_url 2020-01-01-x %}).',
  'import X from "./x"',
  '<Chart data={[1, 2]} />',
  "import {\n  A,\n} from './parts'",
  'export const meta = {\n  a: 1,\n}',
  'A <Badge tone={a > b} /> and <Tip\n  kind="x">*its* text</Tip> <Tip',
  '<Tip>\n\nInside [ref]\n\n</Tip>',
  '<!--more-->',
  '$$\nx^2\n$$',
  'Inline $a+b$ math $$',
  '```mermaid\ngraph TD\n```',
  '```math\nE=mc^2\n```',
  '\\# not a heading\\',
  'hard  \nbreak "quoted" -- dash...',
  '\ttabbed\n \t mixed',
  '- a\n\n\n- b',
  '0) zero',
  '**unclosed [ref',
  ':::: note Outer\n::: tip\nInside[^1] HTML\n:::\n\n## Inside\n::::',
  '::: warning\n\n[ref]: /inside-a-container\n\n*[CSS]: inside',
  'A paragraph with attributes. {#para .wide}',
  '> A quote with [ref].\n{.quoted}',
  '- one {.first}\n- two\n{.list}',
  '```js {.numbered}\nconst HTML = 1\n```',
  '{: .kramdown #kram}',
  'Text\n{: note}\n\n{:note: .info #named}\n{:other: note}',
  '{:note: .tip}\n- {:note} Item\n\n*em*{:other}',
  '## Heading {: #own-kramdown}',
  '| a {.x} | b |\n| - | - |\n| [^1] | HTML |\n\n{.striped}',
  '- $$\n  a^2\n  $$\n- $b$',
  '$$\nnever closed [^1]',
  '\\[ x \\] and \\( y \\) and $$z$$',
  '{% raw %}\n\n`{{ x }}` and {{ y }}\n\n{% endraw %}',
  '{{< x >}}a **b** [^1]{{< /x >}} and {{% notice %}}\n\n# H [ref]\n\n- {{< x >}}b{{< /x >}}\n{{% /notice %}}',
  '{% include figure image_path="/a.png" alt="b" caption="*c* [^1] [ref]" %}',
  'See {% post_link my-post Title %} and [a]({% post_path my-post %}).',
  '{% raw %}{{ a }}{% endraw %} and {% comment %}hidden{% endcomment %}',
  '{% endraw %}',
  '{% highlight js %}\nconst a = "{{ b }}"\n\n{% endhighlight %}',
  '{% comment %}',
  '{% codeblock lang:js %}\na\n{% endcodeblock %}',
  '{{< highlight go >}}\nfunc\n{{< /highlight >}}',
  '{::comment}\nhidden [ref]\n\n{:/comment}',
  'Text {:.x} *em*{:.y} and `code`{:.z}',
  '{:.before}\n> Quote\n{:.after}',
  'a | b\nc | d',
  '| a | b',
  '```js {1,3}\nmeta\n```',
  '```never closed',
  '~~~~\n```\n~~~~',
  '<div markdown="1">\n**inside**\n\n- [ref]\n</div> tail',
  '<section>\n\nnot markdown',
  '</section>',
  '* a\n  1. b\n\n     c\n* d\n^\n* e',
  '- a\n- b\n\n- c\n\n# Right behind',
  '**重要：**です *a*b _c_d __e__ *f **g* h**',
  "\"quoted\" 'single' it's '90s -- --- ... <<a>>",
  '~one~ ~~two~~ ~~~three~~~ H~2~O',
  '> [!tip]- Folded *title*\n> Inside',
  '> [!WARNING] Own title\n> Inside [ref]',
  ':::tip[Title *x*]\n\nInside\n\n:::',
  '[https://e.org/a](https://e.org/a) [see https://e.org/b_c_d] https://a.com。完',
  'Two is {2 + 2}{" "}and {name} {/* hidden */}',
  '{/* hidden\n\nover blank lines */}',
  '<div style={{marginTop: 4}}>\n*inside*\n</div>',
  '<my-widget>*one*</my-widget> rest',
  '<Tabs>\n  <Tab a="b">\n\n[ref]\n\n  </Tab>\n</Tabs>',
  '[[a post|its name]] and ![[image.png|300]]',
  'one\ntwo\n: three\nfour',
  'First\nSecond\n: Both[^note] mean HTML\n\n  - a list\n: Another',
  ': a definition of nothing',
  '<table>\n<tr>\n\n<td>\n\nCell *one*\n\n</td>\n\n</tr>\n</table>',
  '<details open>\n\n<summary>[ref]</summary>\n\n## Heading',
  '</details>\n\n</table>',
  '<pre>\n\n*raw*\n\n</pre>',
  '<!-- never closed',
  '<?php echo 1 ?>\n\n<![CDATA[ x ]]>',
  '{{% notice tip %}}\n**Inside** HTML\n{{% /notice %}}',
  '{{< tabs\n  name="x" >}}\n\n{{< /tabs >}}',
  '{# a comment #} and {% raw %}{{ x }}{% endraw %}',
  '{% if x\n%}\n\n{% endif %}',
  'export const meta = { a: 1 }',
  '<Note>\n\nInside **MDX**[^1]\n\n</Note>',
  'Text <!-- more --> inside and <!--more-->',
  'H&#84;ML and H\\TML and <https://e.org/%48TML>',
  '*[W3C HTML]: Both words\n*[–]: A dash',
  'W3C HTML -- "CSS" (HTML)',
  '[TOC]\n\n- [[toc]]',
  '[^1]: Said twice.\n\n    ## Heading in a note',
  '[^loop]: Marks itself[^loop] and[^1].',
  'Loop[^loop], missing[^missing].',
  '## Heading\n\n## Heading-1\n\n# Heading',
  '[Heading]\n\n[Heading]: #heading',
  '![ref] and ![][ref 2]',
  '[![in a link](a.png)](b.png "Title")',
  '![alone](image.png){.wide #pic}',
  ':tada: :not-an-emoji: 10:30:40',
  '==mark [ref]== ~~*gone* [^1]~~ x~[ref]~',
]

const snippets = [
  ...[
    '\n',
    '\n\n',
    ' ',
    '    ',
    '\t',
    '`',
    '```',
    '```\n',
    '~~~',
    '*',
    '**',
    '_',
    '[',
    ']',
    '](',
    ')',
    '(',
    ':',
    '^',
  ],
  ...[
    '>',
    '> ',
    '- ',
    '1. ',
    '#',
    '# ',
    '|',
    '---',
    '---\n',
    '===',
    '<',
    '</',
    '<div>',
    '</div>',
    '<details>',
  ],
  ...[
    '</details>',
    '<!--',
    '-->',
    '<script>',
    '</script>',
    ':::',
    '$$',
    '$',
    '{',
    '}',
    '{#a}',
    '{%',
    '%}',
    '{{',
    '}}',
  ],
  ...[
    '[^1]',
    '[^1]: ',
    '[ref]',
    '[ref]: x',
    ': ',
    '*[HTML]: a',
    '[[toc]]',
    '!',
    '\\',
    '"',
    "'",
    'word',
    'HTML',
    '\0',
    '~',
    '&#84;',
    '{.a}',
    '{: .a}',
    '{{< x >}}',
    '{{% x %}}',
    '{#',
    '#}',
    '<Note>',
    '</Note>',
    '<!--more-->',
    '$$\n',
    '==',
    '::: a\n',
    '::::',
    '[^loop]',
    'import a from "b"\n',
    '![a](b.png)',
  ],
]

/** A random item of a list. */
export const pick = <T>(random: () => number, list: readonly T[]): T => {
  const found = list[Math.floor(random() * list.length)]
  if (found === undefined) throw new Error('Nothing to pick from')
  return found
}

/** A post of random blocks; sometimes with a head, sometimes without blank lines between blocks. */
export const randomPost = (random: () => number, blocks: number): string => {
  const head = random() < 0.3 ? '---\ntitle: A post\ndate: 2024-01-01\n---\n' : ''
  let text = head
  for (let i = 0; i < blocks; i++) text += pick(random, pieces) + (random() < 0.85 ? '\n\n' : '\n')
  return text
}

/** A random edit as a writer makes it: inserts a snippet or a block, or deletes characters or a line. */
export const randomEdit = (random: () => number, text: string) => {
  const from = Math.floor(random() * (text.length + 1))
  const kind = random()
  if (kind < 0.35) return { from, to: from, insert: pick(random, snippets) }
  if (kind < 0.5) return { from, to: Math.min(text.length, from + 1 + Math.floor(random() * 3)), insert: '' }
  if (kind < 0.6) return { from, to: Math.min(text.length, from + Math.floor(random() * 120)), insert: '' }
  if (kind < 0.7)
    return {
      from,
      to: Math.min(text.length, from + Math.floor(random() * 9)),
      insert: pick(random, snippets),
    }
  if (kind < 0.85) {
    const line = text.indexOf('\n', from)
    const at = line < 0 ? text.length : line + 1
    return { from: at, to: at, insert: `${pick(random, pieces)}\n${random() < 0.7 ? '\n' : ''}` }
  }
  const start = text.lastIndexOf('\n', from) + 1
  const end = text.indexOf('\n', from)
  return kind < 0.95
    ? { from: start, to: end < 0 ? text.length : end + 1, insert: '' }
    : { from: 0, to: 0, insert: pick(random, ['---\n', '---\ntitle: x\n---\n', '\n', '{\n', 'x']) }
}
