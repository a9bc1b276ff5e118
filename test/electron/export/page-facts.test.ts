import { expect, test } from 'vitest'
import { exportPost } from '../../../electron/export/export-post'
import { detectSite } from '../../../electron/site/detect-site'
import { withTempSites } from '../../support/temp-site'

const tempSite = withTempSites()

test('marks of the title are drawn if the templates of the site do so, and are never in the title of the window', async () => {
  const text = '---\ntitle: Use **`git`** & [Vim](https://vim.org)\n---\n\nText.\n'
  const template = '<h1>{{ .Title | markdownify }}</h1>'
  const files = { 'hugo.toml': '', 'content/posts/a.md': text }
  const pageOf = async (more: Readonly<Record<string, string>>) => {
    const temp = await tempSite({ ...files, ...more })
    const site = await detectSite(temp.root)
    return (await exportPost({ site, postId: 'a.md', text, wordsPerMinute: 230 })).html
  }
  const drawn = await pageOf({ 'layouts/_default/single.html': template })
  expect(drawn).toContain('dir="auto">Use <strong><code>git</code></strong> &amp; Vim</h1>')
  expect(drawn).toContain('<title>Use git &amp; Vim</title>')
  expect(await pageOf({})).toContain('dir="auto">Use **`git`** &amp; [Vim](https://vim.org)</h1>')
})
