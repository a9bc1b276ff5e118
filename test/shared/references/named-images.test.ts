import { expect, test } from 'vitest'
import { namedImages } from '../../../shared/references/named-images'

const named = (text: string, syntax: 'markdown' | 'mdx' = 'markdown') =>
  namedImages(text, 0, [], syntax).map(({ target }) => target)

test.each([
  ['{{< figure src="/img/a.png" title="A. B" >}}', '/img/a.png'],
  ['{{< figure src="my photo.png" >}}', 'my photo.png'],
  ['{{< image name=`/img/a.png` >}}', '/img/a.png'],
  ['{{% gallery a.jpg %}}', 'a.jpg'],
  ["{% include image.html src='/img/a.webp' %}", '/img/a.webp'],
  ['{% picture img/a.JPG %}', 'img/a.JPG'],
  ['{% image "./src/a.avif", "alt" %}', './src/a.avif'],
  ['<div style="background: url(/img/a.png)">', '/img/a.png'],
  ['<style>\n.a { background: url("/img/a.png") }\n</style>', '/img/a.png'],
  ['<script setup>\nimport a from "./a.svg"\n</script>', './a.svg'],
  ["<Hero images={['../a.png']} />", '../a.png'],
  ['<td background=a.gif>', 'a.gif'],
  ['{{< figure src="/img/größe 2.png?v=2#x" >}}', '/img/größe 2.png?v=2#x'],
])('%s names %s', (text, target) => {
  expect(named(text)).toEqual([target])
})

test.each([
  'the file .png alone',
  '`img/a.png` and\n\n```\nimg/b.png\n```\n',
  '<Card image="https://images.org/a.png" /> //cdn.org/b.png',
  'a.pngs a.png2 apng',
])('%j names none', (text) => {
  expect(named(text)).toEqual([])
})

test('what is known is left out, others are named once, with their line', () => {
  const text = '![x](a.png)\n\n{{< figure src="b.png" >}}\n\n{{< figure src="b.png" >}} c.png'
  const from = text.indexOf('a.png')
  expect(namedImages(text, 0, [{ from, to: from + 5 }], 'markdown')).toEqual([
    { target: 'b.png', line: 3 },
    { target: 'c.png', line: 5 },
  ])
})
