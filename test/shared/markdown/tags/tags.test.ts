import { expect, test } from 'vitest'
import { html } from '../../../support/markdown-options'

const hexo = (source: string) => html(source, 'marked')
const address = 'href="%7B%25%20post_path%20my-post%20%25%7D"'

test('a post that Hexo links to is a link with its title, or its name', () => {
  expect(hexo('See {% post_link my-post %}.')).toBe(
    `<p>See <a title="my-post" class="named-post" ${address}>my-post</a>.</p>`,
  )
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

const jekyll = (source: string) => html(source, 'kramdown', { figureIncludes: ['figure', 'image.html'] })

test('an include that is known to show a picture is a figure', () => {
  const figure = jekyll('{% include figure image_path="/a/b.jpg" alt="A hill" caption="By [me](/me) <b>" %}')
  expect(figure).toMatch(/<figure><img [^>]*src="asset:\/a\/b.jpg"[^>]*alt="A hill"/)
  expect(figure).toContain('<figcaption dir="auto">By <a href="/me">me</a> &lt;b&gt;</figcaption>')
  expect(jekyll("{% include figure popup=true image_path='/a/b.jpg' %}")).toContain('src="asset:/a/b.jpg"')
  expect(jekyll('{%- include image.html src="c.png" caption="Plain" -%}')).toContain('>Plain</figcaption>')
  expect(jekyll('{% include figure\n   image_path="/two.jpg"\n   alt="Lines" %}')).toContain('alt="Lines"')
})

test('other includes, and pictures only the site can name, stand in their box', () => {
  for (const source of [
    '{% include other.html src="c.png" %}',
    '{% include figure.html src="c.png" %}',
    '{% include figure image_path=page.teaser %}',
    '{% include figure image_path="{{ page.teaser }}" %}',
    '{% include figure %}',
  ])
    expect(jekyll(source)).not.toContain('<figure>')
  expect(html('{% include figure image_path="/a.jpg" %}', 'kramdown')).not.toContain('<figure>')
})

test('a picture of Hexo and Hugo has its alt text, and its caption its marks', () => {
  expect(html('{{< figure src="a.png" alt="Hill" caption="**Big** hill" >}}', 'goldmark')).toContain(
    'alt="Hill" data-reference="a.png"><figcaption dir="auto"><strong>Big</strong> hill</figcaption>',
  )
  expect(hexo('{% img src="a.png" alt="Hill" %}')).toContain('alt="Hill"')
})

test.each([
  ['width="120"', ' width="120"'],
  ['height="80px" width="50%"', ' width="50%" height="80"'],
])('a figure of Hugo has the size %s', (size, attributes) => {
  const figure = html(`{{< figure src="a.png" ${size} >}}`, 'goldmark')
  expect(figure).toContain('<figure><img')
  for (const one of attributes.trim().split(' ')) expect(figure).toContain(one)
})

test.each(['width="x onerror=1"', 'width="99999"', 'width="calc(1px)"', 'caption="width=3"'])(
  'a figure of Hugo has no size from %s',
  (size) => {
    expect(html(`{{< figure src="a.png" ${size} >}}`, 'goldmark')).not.toMatch(
      /<img[^>]* (?:width|height|onerror)=/,
    )
  },
)
