import { expect, test } from 'vitest'
import { BlockRenderer } from '../../../shared/markdown/page/blocks'
import { renderPost } from '../../../shared/markdown/page/render-post'
import { markdownOptions } from '../../support/markdown-options'

const options = { ...markdownOptions(), sourceMap: true }
const many = (count: number, of: string) => of.repeat(count)

/** Texts that would make the output grow quadratically. */
const hostile: Readonly<Record<string, string>> = {
  'a long address under a short label': `[a]: /${many(20_000, 'x')}\n\n${many(6000, '[a]')}`,
  'a long address of images': `[a]: /${many(20_000, 'x')}\n\n${many(6000, '![a]\n\n')}`,
  'a long title under a short label': `[a]: /x "${many(20_000, 'x')}"\n\n${many(6000, '[a]')}`,
  'a long abbreviation': `*[A]: ${many(20_000, 'x')}\n\n${many(6000, 'A ')}`,
  'tables of contents': `${many(500, '[[toc]]\n\n')}${many(4000, '## x\n')}`,
  'tables of contents in a list': `${many(500, '- [[toc]]\n')}\n${many(4000, '## x\n')}`,
  'tables of contents in notes': `${many(500, '[^1]\n\n[^1]: [[toc]]\n\n')}${many(4000, '## x\n')}`,
  'marks of one note': `${many(6000, '[^1]')}\n\n[^1]: x`,
  'places of trusted pieces': `<div>\n\n\`\`\`\n${many(20_000, 'x')}\n\`\`\`\n\n${many(2000, '<pw-slot n="0"></pw-slot>')}\n</div>`,
  'rows that are too short': many(20, `${many(200, '|a')}|\n${many(200, '|-')}|\n${many(300, '|\n')}\n`),
}

test.for(Object.entries(hostile))('the page of a hostile text stays small: %s', ([, text]) => {
  expect(renderPost(text, options).html.length).toBeLessThan(100 * text.length)
})

test('an address that fills the page is withheld in the order of the page, also after edits', () => {
  const address = `/${many(40_000, 'x')}`
  const text = `[a]\n\n[a]\n\n[a]\n\n[a] and ![b][a]\n\n[a]: ${address}\n`
  const renderer = new BlockRenderer(options)
  renderer.load(text)
  renderer.renderAll()
  const linked = () => renderer.page().html.match(/href=/g)?.length
  expect(linked()).toBe(3)
  renderer.update([{ from: 0, to: 5, insert: '' }])
  expect(linked()).toBe(3)
  expect(renderer.page()).toEqual(renderPost(text.slice(5), options))
  expect(renderer.page().html).toContain('<span class="image-missing" role="img">b</span>')
})

test('an address of a usual length is never withheld', () => {
  const text = `${many(200, '[a] ')}\n\n[a]: https://example.com/${many(300, 'x')}\n`
  expect(renderPost(text, options).html.match(/href=/g)?.length).toBe(200)
})

test('short rows of a usual table are filled up', () => {
  expect(renderPost('|a|b|\n|-|-|\n|1|\n', markdownOptions()).html).toContain('<td>1</td>\n<td></td>\n')
})
