import { expect, test } from 'vitest'
import { BlockRenderer } from '../../../../shared/markdown/page/blocks'
import { renderPost } from '../../../../shared/markdown/page/render-post'
import { html, markdownOptions } from '../../../support/markdown-options'

const page = (source: string) => html(source, 'kramdown', { anchors: false })

test('a named list of attributes is used by blocks, items and words, before and after it is defined', () => {
  expect(page('{:note: .info #first}\n\nText\n{: note}')).toBe('<p id="first" class="info">Text</p>')
  expect(page('Text\n{: note .own}\n\n{:note: .info}')).toBe('<p class="info own">Text</p>')
  expect(page('{: note}\n> Quote\n\n{:note: .info lang="de"}')).toBe(
    '<blockquote lang="de" class="info"><p>Quote</p></blockquote>',
  )
  expect(page('*word*{:note} here\n\n{:note: .info}')).toBe('<p><em class="info">word</em> here</p>')
  expect(page('- {:note} One\n\n{:note: .info}')).toContain('<li class="info">')
  expect(page('![a](a.png){: right}\n\n{:right: .right}')).toContain('class="right"')
})

test('a definition shows nothing and marks nothing by itself', () => {
  expect(page('Text\n\n{:note: .info}\n\nMore')).toBe('<p>Text</p><p>More</p>')
  expect(page('{:note: .info}\nText')).toBe('<p>Text</p>')
  expect(page('Text\n{:note: .info}\nMore')).toBe('<p>Text</p><p>More</p>')
  expect(page('Text\n{: other}')).toBe('<p>Text</p>')
})

test('definitions use others, in circles too, and what an element says itself goes before', () => {
  expect(page('Text\n{: b}\n\n{:a: .one}\n{:b: a .two}')).toBe('<p class="one two">Text</p>')
  expect(page('Text\n{: a}\n\n{:a: b .one}\n{:b: a .two}')).toBe('<p class="two one">Text</p>')
  expect(page('Text\n{: a #own}\n\n{:a: #named}')).toBe('<p id="own">Text</p>')
})

test('what could run is left out, and no link has such a label', () => {
  expect(page('Text\n{: a}\n\n{:a: onclick="x()" style="x" .b}')).toBe('<p class="b">Text</p>')
  expect(page('[x][attributes:a]\n\n{:a: .b}')).toBe('<p>[x][attributes:a]</p>')
})

test('its users follow an edit of the definition', () => {
  const options = markdownOptions('kramdown')
  const text = 'Text\n{: note}\n\nMore\n\n{:note: .info}\n'
  const renderer = new BlockRenderer(options)
  renderer.load(text)
  renderer.renderAll()
  const at = text.indexOf('info')
  renderer.update([{ from: at, to: at + 4, insert: 'tip' }])
  expect(renderer.page().html).toBe(renderPost(text.replace('info', 'tip'), options).html)
  expect(renderer.page().html).toContain('<p class="tip">')
})
