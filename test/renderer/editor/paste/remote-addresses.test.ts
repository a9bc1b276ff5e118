import { expect, test } from 'vitest'
import { remotePictures } from '../../../../renderer/editor/paste/remote-addresses'

test.each([
  ['![a](https://images.org/a.png) ![b](https://images.org/a.png)', ['https://images.org/a.png']],
  ['![a](http://images.org/a.png "title")', ['http://images.org/a.png']],
  ['![a](<https://images.org/a.png>)', ['https://images.org/a.png']],
  ['![a](own.png) [b](https://images.org/a.png)', []],
  ['![a](javascript:alert) ![b](file:///etc/x.png)', []],
])('%j shows %j of other sites', (markdown, addresses) => {
  expect(remotePictures(markdown)).toEqual(addresses)
})
