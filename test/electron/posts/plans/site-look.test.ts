import { expect, test } from 'vitest'
import { planMove, planRename } from '../../../../electron/posts/plans/rename-post'
import { lookAtSite } from '../../../../electron/posts/plans/site-look'
import { detectSite } from '../../../../electron/site/detect-site'
import { tempSite } from '../../../support/temp-site'

const head = '---\ntitle: T\n---\n'
const hugo = { 'hugo.toml': 'baseURL = "https://example.org/"\n', 'content/posts/old.md': head }

const inSite = async <T>(
  files: Readonly<Record<string, string>>,
  run: (layout: Awaited<ReturnType<typeof detectSite>>) => Promise<T>,
): Promise<T> => {
  const site = await tempSite(files)
  try {
    return await run(await detectSite(site.path('content/posts')))
  } finally {
    await site.remove()
  }
}

test.each([
  ['content/posts/_index.md', '_index.md'],
  ['content/posts/2023/_index.md', '2023/_index.md'],
  ['content/posts/page.html', null],
])('what lies among the posts and is not in the index is read for links: %s', (path, id) =>
  inSite({ ...hugo, [path]: `${head}<a href="/posts/old/">x</a>\n` }, async (layout) => {
    const { map } = await lookAtSite(layout)
    const post = map.pages.get('content/posts/old.md')
    const known = { pages: async () => (post ? [post] : []), naming: async () => [] }
    const { plan } = await planRename(layout, 'old.md', 'new', { known })
    expect(plan.files.map((file) => [file.path, file.id])).toEqual([[path, id]])
  }),
)

test('HTML files of the content with a head are pages, others are files', () =>
  inSite(
    {
      ...hugo,
      'content/docs/a.html': `${head}<p>A</p>\n`,
      'content/docs/b.html': '<p>B</p>\n',
      'layouts/c.html': `${head}<p>C</p>\n`,
    },
    async (layout) => {
      const { map } = await lookAtSite(layout)
      expect([...map.pages.keys()].sort()).toEqual(['content/docs/a.html', 'content/posts/old.md'])
      expect(map.pages.get('content/docs/a.html')?.address).toBe('/docs/a/')
    },
  ))

test('links of a moved post to an HTML page go on leading to it', () =>
  inSite(
    {
      ...hugo,
      'content/docs/a.html': `${head}<p>A</p>\n`,
      'content/posts/old.md': `${head}[x](../../docs/a/)\n`,
    },
    async (layout) => {
      const { plan } = await planMove(layout, 'old.md', 'deep')
      const [file] = plan.files
      expect(file?.changes.map(({ after }) => after)).toEqual([expect.stringContaining('../../../docs/a/')])
    },
  ))
