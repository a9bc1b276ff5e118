import { expect, test } from 'vitest'
import { planMove, planRename } from '../../../../electron/posts/plans/rename-post'
import { detectSite } from '../../../../electron/site/detect-site'
import { tempSite } from '../../../support/temp-site'

const hugo = { 'hugo.toml': 'baseURL = "https://example.org/"\n[languages.en]\n[languages.fr]\n' }
const jekyll = { '_config.yml': 'url: https://example.org\npermalink: /:title/\n' }
const plain = '---\ntitle: T\n---\n'
const pinned = (field: string) => `---\ntitle: T\n${field}\n---\n`

type Job = readonly [kind: 'move' | 'rename', id: string, to: string]

const planned = async (files: Readonly<Record<string, string>>, [kind, id, to]: Job) => {
  const site = await tempSite(files)
  try {
    const layout = await detectSite(site.path('hugo.toml' in files ? 'content/posts' : '_posts'))
    return await (kind === 'move' ? planMove(layout, id, to) : planRename(layout, id, to))
  } finally {
    await site.remove()
  }
}

const [bundle, moved] = ['content/posts/old/index.md', 'content/posts/2023/old.md']

test.each<readonly [string, Readonly<Record<string, string>>, Job, other: string, address: string]>([
  [
    'a bundle',
    { ...hugo, [bundle]: plain, [moved]: plain },
    ['move', '2023/old.md', ''],
    bundle,
    '/posts/old/',
  ],
  [
    'a section',
    { ...hugo, 'content/posts/old/_index.md': plain, [moved]: plain },
    ['move', '2023/old.md', ''],
    'content/posts/old/_index.md',
    '/posts/old/',
  ],
  [
    'the path in the content of a page whose head gives it another address',
    { ...hugo, [bundle]: pinned('url: /elsewhere/'), [moved]: plain },
    ['move', '2023/old.md', ''],
    bundle,
    '/posts/old',
  ],
  [
    'the slug in the head of another post',
    { ...hugo, 'content/posts/a.md': plain, 'content/posts/b.md': pinned('slug: New') },
    ['rename', 'a.md', 'new'],
    'content/posts/b.md',
    '/posts/new/',
  ],
  [
    'a page of the same language',
    { ...hugo, 'content/posts/a.fr.md': plain, 'content/posts/b/index.fr.md': plain },
    ['rename', 'a.fr.md', 'b'],
    'content/posts/b/index.fr.md',
    '/fr/posts/b/',
  ],
  [
    'the title of a post of another day',
    { ...jekyll, '_posts/2024-01-02-a.md': plain, '_posts/2024-05-06-b.md': plain },
    ['rename', '2024-01-02-a.md', 'b'],
    '_posts/2024-05-06-b.md',
    '/b/',
  ],
])('a change that takes the place of %s is refused by its name', async (_, files, job, other, address) => {
  await expect(planned(files, job)).rejects.toMatchObject({
    kind: 'already-exists',
    message: `The site already has ${other} at ${address}; one of the two would be hidden. Choose another name or folder.`,
  })
})

test.each<readonly [string, Readonly<Record<string, string>>, Job]>([
  [
    'the same name in another section',
    { ...hugo, [moved]: plain, 'content/docs/old.md': plain },
    ['move', '2023/old.md', ''],
  ],
  [
    'the same path in another language',
    { ...hugo, [moved]: plain, 'content/posts/old.fr.md': plain },
    ['move', '2023/old.md', ''],
  ],
  [
    'an address that both had before',
    { ...hugo, [moved]: pinned('url: /same/'), 'content/posts/x.md': pinned('url: /same/') },
    ['move', '2023/old.md', ''],
  ],
])('%s is no clash', async (_, files, job) => {
  expect((await planned(files, job)).plan.warnings).toEqual([])
})

test('pages of two languages at one address are only warned of', async () => {
  const files = {
    ...jekyll,
    '_posts/2024-01-02-a.md': pinned('lang: en'),
    '_posts/2024-05-06-b.md': pinned('lang: fr'),
  }
  expect((await planned(files, ['rename', '2024-01-02-a.md', 'b'])).plan.warnings).toEqual([
    'The site already shows _posts/2024-05-06-b.md at /b/; one of the two would be hidden.',
  ])
})
