import { expect, test } from 'vitest'
import { detectSite } from '../../../../electron/site/detect-site'
import { withLibraries } from '../../../support/libraries'
import { tempSite } from '../../../support/temp-site'

const { open } = withLibraries()

const linkedBy = async (
  files: Readonly<Record<string, string>>,
  folder: string,
  id: string,
): Promise<readonly string[]> => {
  const site = await tempSite(files)
  try {
    const layout = await detectSite(site.path(folder))
    const { library } = await open(layout.postsRoot, {
      site: layout,
      databaseFile: site.path('.index/posts.sqlite'),
    })
    const found = await library.backlinks(id)
    await library.close()
    return found.map((one) => one.id).sort()
  } finally {
    await site.remove()
  }
}

const post = (body: string) => `---\ntitle: T\ndate: 2024-01-02\n---\n\n${body}\n`
const hugo = { 'hugo.toml': 'baseURL = "https://example.org/"\n' }
const eleventy = {
  'eleventy.config.js': 'export default () => {}',
  'package.json': '{"dependencies":{"@11ty/eleventy":"3"}}',
}

test.each<readonly [string, Readonly<Record<string, string>>, string, string, readonly string[]]>([
  [
    'the page of the folder above',
    {
      ...eleventy,
      'posts/guide/index.md': post('Guide'),
      'posts/guide/one.md': post('[up](../)'),
      'posts/guide/two/index.md': post('[up](..)'),
      'posts/guide/three.md': post('[up](../#part)'),
      'posts/guide/deep/four.md': post('[up](../../)'),
      'posts/guide/five.md': post('[up](../../)'),
      'posts/other.md': post('[up](../)'),
    },
    'posts',
    'guide/index.md',
    ['guide/deep/four.md', 'guide/one.md', 'guide/three.md', 'guide/two/index.md'],
  ],
  [
    'a page above others by its address alone',
    {
      ...hugo,
      'content/posts/guide.md': post('Guide'),
      'content/posts/x.md': `---\ntitle: X\nurl: /posts/guide/x/\n---\n\n[up](../)\n`,
      'content/posts/y.md': post('[up](../)'),
    },
    'content/posts',
    'guide.md',
    ['x.md'],
  ],
  [
    'the index of the folder of a file',
    {
      'docs/.vitepress/config.js': 'export default {}',
      'package.json': '{"dependencies":{"vitepress":"1"}}',
      'docs/posts/guide/index.md': post('Guide'),
      'docs/posts/guide/one.md': post('[up](./)'),
      'docs/posts/guide/deep/two.md': post('[up](../)'),
      'docs/posts/three.md': post('[up](./)'),
    },
    'docs/posts',
    'guide/index.md',
    ['guide/deep/two.md', 'guide/one.md'],
  ],
  [
    'a post with none below it',
    { ...hugo, 'content/posts/a/index.md': post('A'), 'content/posts/b.md': post('[up](../) [a](../a/)') },
    'content/posts',
    'a/index.md',
    ['b.md'],
  ],
])('links that only climb are backlinks of %s', async (_, files, folder, id, from) => {
  expect(await linkedBy(files, folder, id)).toEqual(from)
})
