import { expect, test } from 'vitest'
import { html } from '../../../support/markdown-options'

const shortcodes = {
  notice: '<div class="notice {{ type }}">{{ 0 }}</div>',
  icon: '**{{ name }}**',
  evil: '<img src="x" onerror="alert(1)"><script>alert(2)</script><a href="javascript:x">{{ 0 }}</a>',
}
const page = (source: string) => html(source, 'goldmark', { shortcodes })

test('a shortcode of the site shows what its template says', () => {
  expect(page('{{< notice type="tip" >}}')).toBe('<div class="notice tip"></div>')
  expect(page('{{< notice "Be *kind*" >}}')).toBe('<div class="notice ">Be *kind*</div>')
  expect(page('An {{< icon name="star" >}} here')).toBe('<p>An <strong>star</strong> here</p>')
  expect(html('{% notice "a" %}', 'kramdown', { shortcodes })).toBe('<div class="notice ">a</div>')
})

test('what it is given cannot become markup, and its template is as harmless as a post', () => {
  expect(page('{{< notice "<b onclick=x>" >}}')).toContain('&lt;b onclick=x&gt;')
  const evil = page('{{< evil "click" >}}')
  expect(evil).not.toMatch(/onerror|script|javascript/)
  expect(evil).toContain('click')
})

test('other shortcodes stand in their box', () => {
  expect(page('{{< other >}}')).toContain('class="dialect"')
})
