import { expect, test } from 'vitest'
import { loadFormulas } from '../../../../shared/markdown/inlines/formulas'
import { BlockRenderer } from '../../../../shared/markdown/page/blocks'
import { renderPost } from '../../../../shared/markdown/page/render-post'
import { markdownOptions } from '../../../support/markdown-options'

const options = markdownOptions()

const rendererOf = (text: string, used = options): BlockRenderer => {
  const renderer = new BlockRenderer(used)
  renderer.load(text)
  renderer.renderAll()
  return renderer
}

test('images and links of a note count while the note is shown', () => {
  const text = 'Text[^1]\n\n[^1]: ![](a.png) and [b](/b)\n'
  const renderer = rendererOf(text)
  expect(renderer.page()).toMatchObject({ images: ['a.png'], links: ['/b'] })
  renderer.update([{ from: 4, to: 8, insert: '' }])
  expect(renderer.page()).toEqual(renderPost('Text\n\n[^1]: ![](a.png) and [b](/b)\n', options))
  expect(renderer.page()).toMatchObject({ images: [], links: [] })
})

test('a formula in a note is drawn once its engine is there', async () => {
  let formulas: Awaited<ReturnType<typeof loadFormulas>> | null = null
  const renderer = rendererOf('Text[^1]\n\n[^1]: With $y$\n', {
    ...options,
    math: (tex, display) => formulas?.(tex, display) ?? null,
  })
  expect(renderer.waits).toBe(true)
  formulas = await loadFormulas()
  expect(renderer.redrawWaiting().footnotes).toContain('class="katex"')
  expect(renderer.waits).toBe(false)
})
