import { expect, test } from 'vitest'
import { html } from '../../../support/markdown-options'

const hexo = (source: string) => html(source, 'marked')
const address = 'href="%7B%25%20post_path%20my-post%20%25%7D"'

test('a post that Hexo links to is a link with its title, or its name', () => {
  expect(hexo('See {% post_link my-post %}.')).toBe(`<p>See <a title="my-post" ${address}>my-post</a>.</p>`)
  expect(hexo('See {% post_link my-post My *own* title %}.')).toContain('>My *own* title</a>.')
  expect(hexo("{% post_link my-post 'Two words' %}")).toBe(
    `<p><a title="Two words" ${address}>Two words</a></p>`,
  )
  expect(hexo('{% post_link my-post "<b>Title</b>" false %}')).toContain('>&lt;b&gt;Title&lt;/b&gt;</a>')
  expect(hexo('- {% post_link my-post#part %}\n- **{% post_link my-post %}**')).toContain('>my-post</a>')
})

test('the path of a post stands in a link as its address', () => {
  expect(hexo('[a]({% post_path my-post %})')).toBe(`<p><a ${address}>a</a></p>`)
})

test('a tag without a post, of another engine or in code is no link', () => {
  expect(hexo('{% post_link %}')).toContain('class="dialect"')
  expect(html('{% post_link my-post %}', 'kramdown')).toContain('class="dialect"')
  expect(hexo('`{% raw %}{% post_link a %}{% endraw %}`')).not.toContain('<a')
})
