import { expect, test } from 'vitest'
import { html } from '../../../support/markdown-options'

test('an alert that ends a paragraph leaves the lines behind it as they are', () => {
  expect(html('text\n> [!NOTE]\n> noted\n- a\n\n\n- b')).toBe(
    '<p>text</p><div class="markdown-alert markdown-alert-note"><p class="markdown-alert-title">Note</p><p>noted</p></div><ul><li><p>a</p></li><li><p>b</p></li></ul>',
  )
  expect(html('.\n>[!NOTE]\n> *\n- a\n\n\n- ')).toMatch(/<ul><li><p>a<.p><.li><li><.li><.ul>$/) // this once never ended
})
