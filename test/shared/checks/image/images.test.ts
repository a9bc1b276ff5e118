import { describe, expect, test } from 'vitest'
import { checkedSite } from '../../../support/checked-site'

const files = {
  'static/x.png': 1,
  'static/images/Boat.JPG': 1,
  'static/images/two words.png': 1,
  'static/images/größe.png': 1,
  'static/images/heavy.png': 1_000_001,
  'static/images/limit.webp': 1_000_000,
  'static/images/a+b&c.png': 1,
  'static/images/100%.png': 1,
  'content/posts/beside.png': 1,
}

const found = (body: string) =>
  checkedSite({ posts: { 'one.md': `---\ntitle: One\n---\n\n${body}` }, files })
    .of('one.md')
    .map(({ check }) => check)

describe.each<[string, readonly string[], readonly string[]]>([
  [
    'image-alt',
    [
      '![](/x.png)',
      '![   ](/x.png "title")',
      '![image](/x.png)',
      '![Screenshot](/x.png)',
      '![Screenshot 2024-01-02 at 10.11.12](/x.png)',
      '![IMG_1234.jpg](/x.png)',
      '![DSC00012](/x.png)',
      '![DSC_0042](/x.png)',
      '![alt text](/x.png)',
      '![Alt text here](/x.png)',
      '![image.png](/x.png)',
      '![PXL_20230101_101112](/x.png)',
      '![img](/x.png)',
      '![Untitled](/x.png)',
      '![two words](/images/two%20words.png)'.replace('two words]', 'two words.png]'),
      '![image-20240102101112](/x.png)',
      '![Pasted image 20240102101112](/x.png)',
      '![Bildschirmfoto 2024-01-02 um 10.11.12](/x.png)',
      '![Capture d’écran 2024-01-02](/x.png)',
      '![Captura de pantalla 2024-01-02](/x.png)',
      '![photo](/x.png)',
      '![...](/x.png)',
      '<img src="/x.png" alt="image">',
      '<img src="/x.png" alt>'.replace(' alt>', '>'),
      "<img alt=' ' src='/x.png'>",
      '![image][b]\n\n[b]: /x.png',
      '[![](/x.png)](/about/)',
      '![image description](/x.png)',
      '![WhatsApp Image 2024-01-02 at 10.11.12](/x.png)',
      '![スクリーンショット 2024-01-02 10.11.12](/x.png)',
    ],
    [
      '![A boat at the quay](/x.png)',
      '![Screenshot of the settings](/x.png)',
      '![Photo of Ann](/x.png)',
      `![Screenshot ${'1'.repeat(60)}x](/x.png)`,
      `![IMG ${'1.-_ '.repeat(40)}boat](/x.png)`,
      '![船](/x.png)',
      '![🚢](/x.png)',
      '![Image processing pipeline](/x.png)',
      '![x](/x.png)',
      '<img src="/x.png" alt="">',
      '<img src="/x.png" alt="" role="presentation">',
      '<img src="/x.png" alt={text}>'.replace('<img', '<img'),
      '`![](/x.png)`',
      '<!-- ![](/x.png) -->',
      '![Figure 1: a boat](/x.png)',
      '![Picture of Dorian Gray](/x.png)',
      '![2024 budget](/x.png)',
      '![\\*](/x.png)'.replace('\\*', 'a \\* b'),
      '![A [bracket] boat](/x.png)',
      '<img src="/x.png" aria-hidden="true">',
      '<img src="/x.png" role="presentation">',
      '<picture><source srcset="/x.png"><img src="/x.png" alt="a boat"></picture>',
    ],
  ],
  [
    'image-missing',
    [
      '![a boat](/none.png)',
      '![a boat](/images/none.jpg?v=1)',
      '![a boat](/images/none.svg#icon)',
      '![a boat](images/none.webp)',
      '![a boat](</images/no such.png>)',
      '![a boat](/images/no%20such.png)',
      '![a boat][b]\n\n[b]: /none.gif',
      '<img src="/none.png" alt="a boat">',
      '[![a boat](/none.png)](/about/)',
      '![a boat](/images/größen.png)',
      '> ![a boat](/none.png)',
      'a[^1]\n\n[^1]: ![a boat](/none.png)',
      '| ![a boat](/none.png) |\n| --- |\n| b |',
      '<figure>\n<img alt="a boat" src=\'/none.png\'>\n</figure>',
      '<img src=/none.png alt="a boat">',
      '<picture><source srcset="/none.webp"><img src="/x.png" alt="a boat"></picture>',
      '<img src="/x.png" srcset="/none.png 2x" alt="a boat">',
      '<video poster="/none.png"></video>',
    ],
    [
      '![a boat](/x.png)',
      '![a boat](/x.png?v=2#y)',
      '![a boat](/images/two%20words.png)',
      '![a boat](</images/two words.png>)',
      '![a boat](/images/gr%C3%B6%C3%9Fe.png)',
      '![a boat](/images/größe.png)',
      '![a boat](/images/a+b&c.png)',
      '![a boat](/images/a%2Bb%26c.png)',
      '![a boat](/images/100%25.png)',
      '![a boat](https://other.example/none.png)',
      '![a boat](data:image/gif;base64,R0lGODlhAQABAAAAACw=)',
      '![a boat]({{ .Params.image }})',
      '`![a boat](/none.png)`',
      '<!-- <img src="/none.png" alt="a boat"> -->',
      '```html\n<img src="/none.png">\n```',
      '![a boat](//other.example/none.png)',
      '![a boat](https://example.org/x.png)',
      '<img src="data:image/png;base64,AAAA" alt="a boat">',
    ],
  ],
  [
    'image-case',
    [
      '![a boat](/images/boat.jpg)',
      '![a boat](/images/Boat.jpg)',
      '![a boat](/Images/Boat.JPG)',
      '<img src="/images/BOAT.JPG" alt="a boat">',
      '![a boat](/images/Two%20Words.png)',
      '![a boat](/images/GRÖSSE.png)'.replace('GRÖSSE', 'GRößE'),
      '![a boat](/X.png?v=1)',
      '![a boat](/images/gro\u0308ße.png)',
      '![a boat][b]\n\n[b]: /images/boat.JPG',
    ],
    [
      '![a boat](/images/Boat.JPG)',
      '![a boat](/images/Boat.JPG?V=1)',
      '![a boat](HTTPS://other.example/X.PNG)',
    ],
  ],
  [
    'image-outside',
    [
      '![a boat](../../../../x.png)',
      '![a boat](file:///home/ann/x.png)',
      '![a boat](C:/Users/Ann/x.png)',
      '![a boat](D:\\x.png)',
      '![a boat](/home/ann/Pictures/x.png)',
      '![a boat](~/x.png)',
      '![a boat](\\\\\\\\server\\\\share\\\\x.png)',
      '<img src="file:///C:/x.png" alt="a boat">',
      '![a boat](<C:\\My Pictures\\x.png>)',
      '![a boat][b]\n\n[b]: file:///x.png',
    ],
    [
      '![a boat](https://other.example/home/ann/x.png)',
      '![a boat](/x.png)',
      '![a boat](//other.example/../x.png)',
    ],
  ],
  [
    'image-heavy',
    [
      '![a boat](/images/heavy.png)',
      '![a boat](/images/heavy.png?v=1)',
      '<img src="/images/heavy.png" alt="a boat">',
      '![a boat][b]\n\n[b]: /images/heavy.png',
    ],
    [
      '![a boat](/images/limit.webp)',
      '![a boat](https://other.example/images/heavy.png)',
      '`![](/images/heavy.png)`',
    ],
  ],
])('%s', (check, defects, clean) => {
  test.each(defects)('is found in %j', (body) => expect([...new Set(found(body))]).toEqual([check]))
  test.each(clean)('is not found in %j', (body) => expect(found(body)).toEqual([]))
})

test('an image that is reached from the folder of the post is inside the site', () => {
  const site = checkedSite({
    profile: 'next',
    posts: {
      'trip.md':
        '---\ntitle: Trip\n---\n\n![a group](../../team/group.webp)\n\n![a key](../../../../../key.png)\n\n![gone](../../team/gone.webp)\n',
    },
    files: { 'public/images/posts/trip/harbour.jpg': 9, 'public/images/team/group.webp': 9, 'key.png': 9 },
  })
  const lines = site.of('trip.md').flatMap(({ check, line }) => (check === 'image-outside' ? [line] : []))
  expect(lines).toEqual([7, 9])
})

test.each([
  ['-\ta\n\n\t![](/x.png)\n', ['image-alt']],
  ['1.\ta\n\n\t![](/x.png)\n', ['image-alt']],
  ['> *\ta\n>\n> \t![](/x.png)\n', ['image-alt']],
  ['-\t![](/x.png)\n', ['image-alt']],
  ['-\ta\n\n\t\t![](/x.png)\n', []],
  ['a\n\n\t![](/x.png)\n', []],
])('a tab after the mark of a list: %j', (body, checks) => {
  expect(found(body)).toEqual(checks)
})
