import { expect, test } from 'vitest'
import { changedSite } from '../../../support/changed-site'
import { post } from '../../../support/expect-lines'

const packages = (name: string) => ({ 'package.json': `{"dependencies":{"${name}":"1"}}` })
const hugo = { 'hugo.toml': 'baseURL = "https://example.org/"\nlanguages = {en={},fr={}}\n' }

test.each([
  ['Hugo', hugo, 'content/blog', '_index.md', '/blog/', '/blog/old/'],
  ['Hugo, in another language', hugo, 'content/blog', '_index.fr.md', '/fr/blog/', '/fr/blog/old/'],
  ['a bundle', hugo, 'content/blog', 'index.md', '/blog/', '/blog/old/'],
  ['VitePress', packages('vitepress'), 'docs/blog', 'index.md', '../blog/', 'old/'],
  ['VuePress', packages('vuepress'), 'docs/blog', 'README.md', './README.md', './old/README.md'],
  ['Docusaurus', packages('@docusaurus/core'), 'docs', 'index.md', '/docs/', '/docs/old/'],
  ['plain files', {}, 'notes', 'index.md', 'index.md', 'old/index.md'],
])('%s: the page of the posts folder moves as a file', async (_name, site, open, id, link, linkAfter) => {
  const configured = open.startsWith('docs/')
    ? {
        [`docs/.${'vuepress/vitepress'.split('/')[id === 'README.md' ? 0 : 1]}/config.js`]:
          'module.exports = {}',
      }
    : {}
  const { changed, undone } = await changedSite(
    { ...site, ...configured, [`${open}/${id}`]: post, [`${open}/a.md`]: `${post}[a](${link})\n` },
    { open, move: [id, 'old'] },
  )
  expect(Object.keys(changed).sort()).toEqual([`${open}/${id}`, `${open}/a.md`, `${open}/old/${id}`].sort())
  expect(changed[`${open}/a.md`]).toContain(`[a](${linkAfter})`)
  expect(undone).toEqual({})
})

test('a page that lists its folder has the name of the folder', async () => {
  const files = { ...hugo, 'content/blog/_index.md': post, 'content/blog/deep/_index.md': post }
  await expect(changedSite(files, { open: 'content/blog', rename: ['_index.md', 'news'] })).rejects.toThrow(
    'Rename the folder instead.',
  )
  const { changed } = await changedSite(files, { open: 'content/blog', rename: ['deep/_index.md', 'news'] })
  expect(Object.keys(changed).sort()).toEqual(['content/blog/deep/_index.md', 'content/blog/news/_index.md'])
})
