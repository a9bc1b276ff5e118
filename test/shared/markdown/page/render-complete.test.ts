import { expect, test } from 'vitest'
import { featuresOf } from '../../../../shared/markdown/options/presets'
import { renderComplete } from '../../../../shared/markdown/page/render-complete'
import { renderPost } from '../../../../shared/markdown/page/render-post'

const options = {
  features: featuresOf('everything'),
  assetUrl: () => null,
  remoteImages: 'show',
} as const
const text =
  '# A\n\n```js\nconst a = 1\n```\n\n$x^2$ and a note[^1]\n\n## A\n\n[^1]: With $y$ and `code`.\n\n[[toc]]\n'

test('code is highlighted and formulas are drawn, in notes too, whether or not they had to be loaded', async () => {
  const first = await renderComplete(text, options)
  expect(first.waits).toBe(false)
  expect(first.html).toContain('<span class="tok-keyword">const</span>')
  expect(first.html.match(/class="katex"/g)?.length).toBe(2)
  expect(first.html).toContain('<nav class="toc"><ul><li><a href="#a-1">A</a></li></ul></nav>')
  expect(await renderComplete(text, options)).toEqual(first)
})

test('a page that asks for no engine is that of a plain render', async () => {
  const plain = '# A\n\nText with a note[^1]\n\n[^1]: Note\n'
  expect(await renderComplete(plain, options)).toEqual(renderPost(plain, options))
})
