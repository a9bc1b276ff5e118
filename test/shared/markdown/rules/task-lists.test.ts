import { expect, test } from 'vitest'
import { featuresOf } from '../../../../shared/markdown/options/presets'
import { renderPost } from '../../../../shared/markdown/page/render-post'

const namesOf = (text: string, tickable: boolean): string[] => {
  const { html } = renderPost(text, {
    features: featuresOf('everything'),
    assetUrl: () => null,
    remoteImages: 'hold',
    tickable,
  })
  return [...html.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)].map(
    ([box]) => / aria-label="([^"]*)"/.exec(box)?.[1] ?? '(none)',
  )
}

const longItem = `- [ ] ${'many words '.repeat(40)}`

test.each([
  ['- [ ] Buy milk\n- [x] Ring Ann', ['Buy milk', 'Ring Ann']],
  ['1. [ ] First\n2. [X] Second', ['First', 'Second']],
  ['- [ ] With **bold**, `code` and [a link](x.md)', ['With bold, code and a link']],
  ['- [ ] A picture ![of a boat](b.png)', ['A picture of a boat']],
  ['- [ ] two\n  lines', ['two lines']],
  ['- [ ] "Quotes" & <b>tags</b>', [expect.stringMatching(/Quotes.* &amp; tags/)]],
  ['- [ ] outer\n  - [x] inner', ['outer', 'inner']],
  ['- [ ] <br>', ['Task']],
  [longItem, [expect.stringMatching(/^many words .{100,140}[a-z]…$/)]],
])('the boxes of %j are named after their items', (text, names) => {
  expect(namesOf(text, true)).toEqual(names)
  expect(namesOf(text, false)).toEqual(names)
})
