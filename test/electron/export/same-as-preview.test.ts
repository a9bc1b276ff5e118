import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { exportPost } from '../../../electron/export/export-post'
import { detectSite } from '../../../electron/site/detect-site'
import { headRulesOf } from '../../../shared/generators/head-rules'
import { featuresFor } from '../../../shared/generators/markdown-features'
import { featuresOfFile } from '../../../shared/markdown/options/presets'
import { renderComplete } from '../../../shared/markdown/page/render-complete'
import { using } from '../../support/markdown-of-site'
import { pageBlocks } from '../../support/page-blocks'
import { onePixelPng, withTempSites } from '../../support/temp-site'

const tempSite = withTempSites()

/** What sites show beside plain markdown, in the forms of all generators. */
const special = `{{< figure src="p.png" caption="A *caption*" >}}

{{< youtube w7Ft2ymGmfc >}} {{< gist user 1234 >}}

{{< box kind="tip" >}}An *inner* text{{< /box >}}

{% include figure.html src="p.png" caption="Words" %}

{% highlight js %}
const a = 1
{% endhighlight %}

{% asset_img p.png A picture %}

{% raw %}{{ raw }}{% endraw %} {# comment #} {% comment %}gone{% endcomment %}

> [!NOTE]
> An alert

:::tip Title
In a container
:::

Inline $x^2$, \\(y\\), $$z$$ and

$$
\\frac{a}{b}
$$

\`\`\`ts
const answer: number = 42
\`\`\`

![A picture](p.png "Title") and text[^1] with ~~gone~~, ==seen==, H~2~O, :smile:, "quotes" -- dashes...

- [x] done
- [ ] open

[^1]: A note with \`code\` and $w$.
`

const generators: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  hugo: {
    'hugo.toml': 'enableEmoji = true\n[markup.goldmark.extensions.passthrough]\nenable = true\n',
  },
  jekyll: { '_config.yml': 'plugins: [jemoji]\n', '_includes/figure.html': '<img src="{{ include.src }}">' },
  hexo: { 'package.json': using('hexo', 'hexo-math'), '_config.yml': 'title: x\n' },
  eleventy: {
    'package.json': using('@11ty/eleventy'),
    '.eleventy.js':
      "const note = require('markdown-it-footnote')\nmodule.exports = (c) => c.amendLibrary('md', (md) => md.use(note).set({ typographer: true }))",
  },
  astro: {
    'package.json': using('astro'),
    'astro.config.mjs':
      "import math from 'remark-math'\nexport default { markdown: { remarkPlugins: [math] } }",
  },
  vitepress: {
    'package.json': using('vitepress'),
    '.vitepress/config.ts': 'export default { markdown: { math: true } }',
  },
  docusaurus: { 'package.json': using('@docusaurus/core'), 'docusaurus.config.js': 'export default {}' },
  next: { 'package.json': using('next', 'react-markdown', 'remark-gfm', 'remark-math', 'rehype-raw') },
}

const folders: Readonly<Record<string, string>> = {
  hugo: 'content/posts',
  jekyll: '_posts',
  hexo: 'source/_posts',
  eleventy: 'posts',
  astro: 'src/content/blog',
  vitepress: 'posts',
  docusaurus: 'blog',
  next: 'posts',
}

const own = JSON.stringify({
  markdown: { features: { shortcodes: { box: '<aside class="{{ kind }}">{{ inner | markdown }}</aside>' } } },
})

const bodies: Readonly<Record<string, string>> = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../fixtures/renderers/bodies.json'), 'utf8'),
)
const sample = Object.entries(bodies).filter((_body, index) => index % 6 === 0)

// An exported file holds its images and links to the site; the preview has addresses of its own for both.
const withoutAddresses = (html: string): string =>
  html.replace(/\s(?:src|href|rel|target)="[^"]*"/g, '').replace(/<span class="image-[\s\S]*?<\/span>/g, '')

test.each(Object.keys(generators))('%s: an exported file shows what the preview shows', async (generator) => {
  const id = '2024-01-05-a.md'
  const temp = await tempSite({
    ...generators[generator],
    'postwright.json': own,
    [`${folders[generator]}/${id}`]: special,
    [`${folders[generator]}/p.png`]: onePixelPng,
  })
  const site = await detectSite(temp.root)
  expect(site.profile).toBe(generator)
  const features = featuresOfFile(featuresFor(site, site.markdown), id)
  for (const [name, text] of [['special', special] as const, ...sample]) {
    const { html } = await exportPost({ site, postId: id, text, wordsPerMinute: 230 })
    const [, body = ''] = /<article[^>]*>([\s\S]*)<\/article>/.exec(html) ?? []
    const preview = await renderComplete(text, {
      features,
      heads: headRulesOf(site).heads,
      assetUrl: (reference) => (reference === 'p.png' ? 'asset:p.png' : null), // the only one that is there
      remoteImages: 'show',
    })
    expect([name, ...pageBlocks(withoutAddresses(body))]).toEqual([
      name,
      ...pageBlocks(withoutAddresses(preview.html)),
    ])
  }
})
