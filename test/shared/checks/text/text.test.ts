import { describe, expect, test } from 'vitest'
import { checkedSite } from '../../../support/checked-site'

const found = (body: string, id = 'one.md') =>
  checkedSite({
    posts: { [id]: `---\ntitle: One\n---\n\n${body}` },
    files: { 'static/x.png': 1 },
  })
    .of(id)
    .map(({ check }) => check)

describe.each<[string, readonly string[], readonly string[]]>([
  [
    'heading-order',
    [
      '## a\n\n#### b',
      'a\n=\n\n### b',
      '## a\n\n- x\n\n  #### b',
      '# a #\n\n### b ###',
      '> ## a\n>\n> #### b',
      '## a\n\n### b\n\n##### c',
      '<h2>a</h2>\n\n#### b',
      '## a\n\n<h4>b</h4>',
    ],
    [
      '## a\n\n### b\n\n#### c\n\n## d',
      '#### a\n\n## b',
      '## a\n\n```\n#### b\n```',
      '## a\n\n<!--\n#### b\n-->',
      '## a\n\n    #### b',
      '## a\n\n####b',
      '## a\n\n\\#### b',
      '## a\n\n<h3>x</h3>\n\n#### b',
      'a\n-\n\n### b',
    ],
  ],
  [
    'heading-top',
    [
      '# a\n\n## b\n\n# c',
      'a\n===\n\nb\n===',
      '# a\n\nb\n=',
      '<h1>a</h1>\n\n# b',
      '# a\n\n<h1 class="x">b</h1>',
    ],
    [
      '# a\n\n## b',
      '# a\n\n```sh\n# b\n```',
      '# a\n\n#',
      '# a\n\n\\# b',
      '# a\n\n`# b`',
      '# a\n\n#hashtag',
      '<h1>a</h1>',
      '# a\n\n<!-- <h1>b</h1> -->',
    ].filter((body) => body !== '# a\n\n#'),
  ],
  [
    'fence-open',
    [
      '```js\na',
      '~~~\na',
      '- a\n\n  ```\n  b\n\nText',
      '> ```\n> a\n\nText',
      '````\n```\na\n```',
      '```\na\n``',
      '1. a\n   ~~~\n   b',
      '```\na\n``` b',
      '[a][b] c[^1] [d](#e) <div>\n\n```\nx\n\n## E\n\n</div>\n\n[b]: /about/\n\n[^1]: y',
      '[b]: /about/\n\n```\nx\n\n[b]',
      'c[^n]\n\n[^N]: d\n\n```\n[^n]',
    ],
    [
      '```\na\n```',
      '~~~ md\n```\n~~~',
      '```\na\n`````',
      '```\na\n   ```',
      '- a\n\n  ```\n  b\n  ```',
      '> ```\n> a\n> ```',
      '`` ``` ``',
      '    ```\n    a',
      '```` md\n```\n````',
      '``` a`b',
      '{{< highlight md >}}\n```\n{{< /highlight >}}',
    ],
  ],
  [
    'html-open',
    [
      '<div>\n\na',
      '<details>\n\n<summary>a</summary>',
      'a <span class="x">b',
      '<div>\n<div>\n\n</div>\n\na',
      '<DIV>\n\na\n\n</SPAN>',
      '<figure>\n<img src="/x.png" alt="a boat">\n<figcaption>b</figcaption>',
      '> <aside>\n> b',
      '<table><tr><td>a</td></tr>',
      '<video controls>\n<source src="/x.mp4">',
      'a <a href="/about/">b',
    ],
    [
      '<p>a\n\n<p>b',
      '<ul>\n<li>a\n<li>b\n</ul>',
      '<table>\n<tr><td>a<td>b\n</table>',
      '<br><hr><wbr>',
      '<img src="/x.png" alt="a boat" />',
      '<!-- <div> -->',
      '`<div>`',
      '    <div>',
      '```\n<div>\n```',
      'a < b and c <d',
      '<Foo />\n\n<Bar.Baz x="1"/>',
      '<details><summary>a</summary>b</details>',
      '<dl><dt>a<dd>b</dl>',
      '<DIV>\n\na\n\n</div>',
      '\\<div>',
      '<https://a.example>, <ann@a.example>',
      '<svg><path d="M0"/><circle r="1"/></svg>',
      '<select><option>a<option>b</select>',
      '<a href="/about/"><b>x</b></a>',
      '<?php echo "<div>" ?>',
      '<pre>\n<code>a</code></pre>',
      '<ruby>漢<rp>(<rt>kan<rp>)</ruby>',
    ],
  ],
  [
    'todo',
    [
      'TODO: write',
      'a TODO(ann): b',
      '## TODO: c',
      '- [ ] FIXME: d',
      'TBD',
      '[TK]',
      'It costs TKTK.',
      '<!-- todo: x -->'.replace('todo', 'TODO'),
      '<!--\nXXX later\n-->',
      '| a |\n| --- |\n| TODO: b |',
      '**TBD:** a',
      '**TBD**: a',
      '_TBD_: a',
      '[TODO] write this',
      'TODO - a',
    ],
    [
      '`TODO: a`',
      '```\n// TBD: a\n```',
      '    TODO: a',
      'The TODO list and a TODO.md',
      'My todo: nothing',
      'xTODO: a',
      '[TODO: a](/about/)'.replace('TODO: ', 'METODO: '),
      'https://a.example/TBD:x'.replace(/.*/, '<https://a.example/TBD:x>'),
      'TODOs: none',
      'TODO-list: a',
      '{{< highlight js >}}\n// TBD: a\n{{< /highlight >}}',
      'They call it XXX in films.',
    ],
  ],
])('%s', (check, defects, clean) => {
  test.each(defects)('is found in %j', (body) => expect([...new Set(found(body))]).toEqual([check]))
  test.each(clean)('is not found in %j', (body) => expect(found(body)).toEqual([]))
})

test('an open code block hides no other defect', () => {
  expect(found('[a][b] c[^1]\n\n<div>\n\n[x](#y)\n\n[d]: /about/\n\n```\nTBD: [e] </p>')).toEqual([
    'reference-missing',
    'footnote-missing',
    'html-open',
    'link-anchor',
    'reference-unused',
    'fence-open',
  ])
})
