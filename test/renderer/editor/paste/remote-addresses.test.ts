import { expect, test } from 'vitest'
import { remoteAddresses, remotePictures } from '../../../../renderer/editor/paste/remote-addresses'

test.each([
  ['![a](https://images.org/a.png) ![b](https://images.org/a.png)', ['https://images.org/a.png']],
  ['![a](http://images.org/a.png "title")', ['http://images.org/a.png']],
  ['![a](<https://images.org/a.png>)', ['https://images.org/a.png']],
  ['![a](own.png) [b](https://images.org/a.png)', []],
  ['![a](javascript:alert) ![b](file:///etc/x.png)', []],
  // Parentheses, as in the names of Wikipedia's files, in each way they are written.
  [
    '![a](https://w.org/Oslo_(Norway).jpg) ![a](<https://w.org/Oslo_(1).jpg>) ![a](https://w.org/Oslo_\\(2\\).jpg)',
    ['https://w.org/Oslo_(Norway).jpg', 'https://w.org/Oslo_(1).jpg', 'https://w.org/Oslo_(2).jpg'],
  ],
  ['![a [1] \\] b](https://images.org/a.png)', ['https://images.org/a.png']],
  ['[![a](https://images.org/small.png)](https://images.org/large.png)', ['https://images.org/small.png']],
  ['![a](https://images.org/a?w=1&amp;h=2&f=x)', ['https://images.org/a?w=1&h=2&f=x']],
  [
    '![a](https://images.org/pic) ![a](HTTPS://images.org/b.png)',
    ['https://images.org/pic', 'HTTPS://images.org/b.png'],
  ],
  ['`![a](https://images.org/a.png)`\n\n```\n![b](https://images.org/b.png)\n```\n', []],
  ['![a](https:///no-host.png) ![b](https://)', []],
])('%j shows %j of other sites', (markdown, addresses) => {
  expect(remoteAddresses(markdown)).toEqual(addresses)
})

test('the range of an image is that of its address with its brackets', () => {
  const text = '> ![a](<https://w.org/O_(1).jpg> "t"), ![b](https://w.org/O_(2).jpg "t")'
  expect(remotePictures(text).map(({ from, to }) => text.slice(from, to))).toEqual([
    '<https://w.org/O_(1).jpg>',
    'https://w.org/O_(2).jpg',
  ])
})
