import { describe, expect, test } from 'vitest'
import { checkedSite } from '../../../support/checked-site'

const found = (body: string) =>
  checkedSite({
    profile: 'astro',
    posts: { 'one.mdx': `---\ntitle: One\n---\n\n${body}`, 'two.md': '---\ntitle: Two\n---\n' },
    files: { 'public/x.png': 1 },
  })
    .of('one.mdx')
    .map(({ check }) => check)

const clean = [
  'import X from "./x"\n\n<X href={url}>\n  a\n</X>',
  'export const a = { b: "<div>" }\n\nText {a.b} and {/* see [a][b] */}',
  'export const a = [\n  "[x][y]",\n\n  "<b>",\n]\n\nText',
  '<Callout type="info">\n\n[a](https://a.example)\n\n</Callout>',
  '<Foo\n  a={() => <div>x</div>}\n/>',
  '{list.map((x) => <li key={x}>{x}</li>)}',
  '<>\na\n</>',
  '<Image src={boat} alt="A boat" />',
  '<img src={boat.src} alt={boat.alt} />',
  '<a href={`/x/` + id}>a</a>',
  'a {/* [x][y] */} b',
  '{/*\n\n## a\n\n<div>\n\n*/}\n\n## b',
  '<div style={{ color: "red" }}>\n\n## A\n\n</div>\n\n[x](#a)',
  '<Video src="https://a.example/x.mp4" style={{ width: "1px" }} />',
  'export default ({ children }) => <div>{children}</div>',
  '<Link to="/about">About</Link>',
  '```jsx\n<div>\n```',
  '<div>\n  <div>\n    ```js\n    // TBD: [a][b]\n\n    c\n    ```\n\n    ~~~\n    <b>\n    ~~~\n  </div>\n</div>',
  '`<div>` and \\<b>',
  '```ts\nimport a from "a"\n\nexport const b = () => {\n  return [c]\n}\n```\n\nText',
  '```ts\na\n\nexport const b = {\n```\n\n## A\n\n[x](#a)',
  '<Themed\n  dark={\n    <a\n      href="https://a.example"\n    >\n      <Image alt={{ a: "b" }} />\n    </a>\n  }\n/>',
  '<Form\n  onChange={(a) =>\n    new Promise((done) => {\n      alert(`a > b!`)\n      setTimeout(() => done(), 2000)\n    })\n  }\n/>',
  '<Tabs>\n  <Tab title="a">\n    text [a](/blog/two/)\n  </Tab>\n</Tabs>',
  'a <b>b</b> <br/> c < d',
]

const defects: readonly (readonly [check: string, body: string])[] = [
  ['html-open', '<Callout>\n\na'],
  ['html-open', '<div>\n\n<Foo />\n'],
  ['html-open', '<div style={{ color: "red" }}>\n\na'],
  ['image-alt', '<img src="/x.png" />'],
  ['image-missing', '![a boat](./none.png)'],
  ['image-missing', '<img style={{ width: "1px" }} src="/none.png" alt="a boat" />'],
  ['link-bare', 'see https://a.example now'],
  ['fence-open', '<div>\n  <div>\n    ```js\n    a\n  </div>\n</div>'],
  ['todo', '{/* TBD later */}'],
  ['todo', '<Note>\n\nTBD: a\n\n</Note>'],
  ['heading-order', '<h2>a</h2>\n\n#### b'],
  ['link-anchor', '## A\n\n<a href="#b">x</a>'],
  ['link-post', '<Tabs>\n  <Tab>\n    [a](/blog/none/)\n  </Tab>\n</Tabs>'],
  ['link-post', '<Callout>\n[a](/blog/none/)\n</Callout>'],
  ['reference-missing', '<Callout>[a][b]</Callout>'],
]

describe('posts in MDX', () => {
  test.each(clean)('nothing is found in %j', (body) => expect(found(body)).toEqual([]))
  test.each(defects)('%s is found in %j', (check, body) => expect(found(body)).toEqual([check]))
})
