import { expect, test } from 'vitest'
import { htmlToMarkdown } from '../../../../renderer/editor/paste/html-to-markdown'

const pixel = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7'
const drawing =
  "data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg'><g transform='translate(1)'/></svg>"

/** The markdown of some HTML, and the number of lost images. */
const pasted = (html: string): readonly [string, number] => {
  let lost = 0
  const markdown = htmlToMarkdown(html, () => {
    lost += 1
  })
  return [markdown, lost]
}

test.each([
  ['<p>a <img src="//x.org/a.png" alt="A"> b</p>', 'a ![A](https://x.org/a.png) b'],
  ['<p><img src="/img/a b.png" alt="A"></p>', '![A](</img/a b.png>)'],
  [`<img src="${pixel}" data-src="https://x.org/a.jpg" alt="L">`, '![L](https://x.org/a.jpg)'],
  ['<img data-original="https://x.org/a.jpg" alt="L">', '![L](https://x.org/a.jpg)'],
  [`<img src="${drawing}" data-lazy-src="//x.org/a.jpg" alt="L">`, '![L](https://x.org/a.jpg)'],
  [
    '<img alt="S" srcset="https://x.org/s,1.jpg 300w, https://x.org/l,1.jpg 1200w">',
    '![S](https://x.org/l,1.jpg)',
  ],
  [
    `<img src="${pixel}" data-srcset="https://x.org/1.jpg 1x, https://x.org/2.jpg 2x">`,
    '![](https://x.org/2.jpg)',
  ],
  ['<img src="https://x.org/a.jpg" srcset="https://x.org/b.jpg 2x" alt="P">', '![P](https://x.org/a.jpg)'],
  [
    '<picture><source srcset="https://x.org/a.webp"><img src="https://x.org/a.jpg" alt="P"></picture>',
    '![P](https://x.org/a.jpg)',
  ],
  [
    '<a href="https://x.org/f"><img src="https://x.org/t.png" alt="T"></a>',
    '[![T](https://x.org/t.png)](https://x.org/f)',
  ],
  [
    '<figure><img src="https://x.org/t.png" alt="T"><figcaption>The <b>quay</b></figcaption></figure>',
    '![T](https://x.org/t.png)\n\nThe **quay**',
  ],
])('%s keeps its image by an address that works elsewhere', (html, markdown) => {
  expect(pasted(html)).toEqual([markdown, 0])
})

test.each([
  '<p>t<img src="https://t.org/p.gif?x=1" width="1" height="1" alt=""></p>',
  '<p>t<img src="https://t.org/p.gif" style="width:1px;height:1px"></p>',
  `<p>t<img src="${pixel}" alt="px"></p>`,
  '<p>t<img alt="no address"></p>',
  '<p>t<svg width="10"><path d="M0"/><text>no</text></svg></p>',
])('%s has no image that a reader sees', (html) => {
  expect(pasted(html)).toEqual(['t', 0])
})

test('an emoji that a page draws as an image is the emoji', () => {
  const [markdown] = pasted(
    '<p>Hi <img class="emoji" alt="😀" src="https://s.w.org/1f600.svg"> you <img alt="👩‍👩‍👧" src="//x.org/f.png"> <img alt=":wave:" src="https://x.org/w.png"></p>',
  )
  expect(markdown).toBe('Hi 😀 you 👩‍👩‍👧 :wave:')
  expect(pasted('<img alt="A boat ⛵" src="https://x.org/b.png">')[0]).toBe(
    '![A boat ⛵](https://x.org/b.png)',
  )
})

test('what only another program can read leaves its alt text, and is counted', () => {
  expect(pasted('<p>a <img src="file:///C:/Users/me/clip_image001.png" alt="A chart"> b</p>')).toEqual([
    'a A chart b',
    1,
  ])
  expect(pasted('<p><img src="cid:part1@x" alt="C"> <img src="blob:https://x/1"></p>')).toEqual(['C', 2])
  expect(pasted('<p>x<img src="C:\\pictures\\a.png" alt="D"></p>')).toEqual(['xD', 1])
  const word =
    '<p><!--[if gte vml 1]><v:shape><v:imagedata src="file:///C:/x.png"/></v:shape><![endif]--><![if !vml]><img src="file:///C:/x.gif" alt="W"><![endif]>t</p>'
  expect(pasted(word)).toEqual(['Wt', 1])
})

test('an embedded image is given in base64, whatever form it had', () => {
  const svg = "<svg xmlns='http://www.w3.org/2000/svg'><g transform='translate(1)'/></svg>"
  const expected = `![V](data:image/svg+xml;base64,${btoa(svg)})`
  expect(pasted(`<img src="${drawing}" alt="V">`)[0]).toBe(expected)
  expect(pasted(`<img src="data:image/svg+xml,${encodeURIComponent(svg)}" alt="V">`)[0]).toBe(expected)
  expect(pasted('<img src="data:image/png;charset=utf-8;base64,iVBORw0KGgoAAAAN" alt="P">')[0]).toBe(
    '![P](data:image/png;base64,iVBORw0KGgoAAAAN)',
  )
  expect(pasted('<img src="data:text/html,<b>x" alt="H">')).toEqual(['H', 1])
})
