import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exportPost } from '../../electron/export/export-post'
import { checkFolder } from '../../electron/library/checks/check-folder'
import { createOperations } from '../../electron/posts/operations/operations'
import { planRename } from '../../electron/posts/plans/rename-post'
import { detectSite, type Site } from '../../electron/site/detect-site'
import { findAsset } from '../../electron/site/find-asset'
import { newHead } from '../../shared/front-matter/new-post/new-head'
import { headRulesOf } from '../../shared/generators/head-rules'
import { type OpenedLibrary, openLibrary } from '../support/open-library'
import { casesInFolder, cliIn, hasCases } from '../support/shared-cases'

const { copy, site, temp } = casesInFolder()
const now = Date.UTC(2024, 5, 1)

const libraryOf = async (opened: Site): Promise<OpenedLibrary> => {
  const library = openLibrary(join(temp(), 'library'), {
    site: opened,
    databaseFile: join(temp(), 'index.sqlite'),
    now: () => now,
  })
  await library.library.settled()
  return library
}

/** The findings of the checks, as `post: check`. */
const findingsOf = async (opened: Site): Promise<readonly string[]> => {
  const { posts } = await checkFolder({ site: opened, now })
  return posts.flatMap(({ id, findings }) => findings.map(({ check }) => `${id}: ${check}`))
}

const isUnresolved = (finding: string): boolean => /missing|dead|unknown|case/.test(finding)

describe.runIf(hasCases)('where posts and images are', () => {
  test.each<[string, Partial<Site>]>([
    [
      'monorepo-of-page-bundles-opens-_includes',
      { profile: 'eleventy', name: 'web', postsFolder: 'src/_posts' },
    ],
    [
      'eleventy-with-_layouts-opened-at-its-posts-is-called-jekyll',
      { profile: 'eleventy', postsFolder: 'src/_posts' },
    ],
    ['hugo-languages-contentDir', { profile: 'hugo', postsFolder: 'content/en/blog' }],
    ['docusaurus-in-a-subfolder-images-missing', { profile: 'docusaurus', postsFolder: 'blog' }],
    ['docusaurus-blog-dates-and-links', { profile: 'docusaurus', postsFolder: 'blog' }],
    ['vuepress-public-folder', { profile: 'vuepress', postsFolder: 'docs/posts' }],
    ['zola-is-called-hugo', { profile: 'zola', postsFolder: 'content' }],
    ['images-under-other-names', { profile: 'astro', postsFolder: 'src/content/blog' }],
    ['jekyll-future-date-in-name-only', { profile: 'jekyll', postsFolder: '_posts' }],
    ['false-same-address', { profile: 'eleventy', postsFolder: 'src/posts' }],
  ])('%s', async (name, expected) => expect(await site(name)).toMatchObject(expected))

  test('opened at its posts, the site is the same', async () => {
    const root = copy('sites/eleventy-with-_layouts-opened-at-its-posts-is-called-jekyll')
    expect(await detectSite(join(root, 'src/_posts'))).toMatchObject({ profile: 'eleventy', root })
  })

  test.each([
    ['docusaurus-in-a-subfolder-images-missing', '2024-01-02-hello.md', '/img/a.png'],
    ['docusaurus-blog-dates-and-links', '2024-01-02-hello.md', '/img/a.png'],
    ['vuepress-public-folder', 'a.md', '/img/a.png'],
    ['wiki-images-of-obsidian', 'note.md', 'pic.png'],
  ])('%s: the image of %s is found', async (name, post, reference) =>
    expect(await findAsset(await site(name), post, reference)).toMatch(/\.png$/),
  )

  test('each image under another name is a thumbnail', async () => {
    const { posts, library } = await libraryOf(await site('images-under-other-names'))
    expect(posts.size).toBeGreaterThan(15)
    expect([...posts.values()].filter(({ image }) => image !== './a.png').map(({ id }) => id)).toEqual([])
    await library.close()
  })
})

describe.runIf(hasCases)('dates and addresses', () => {
  test('dates and slugs come from file names', async () => {
    const { posts, library } = await libraryOf(await site('docusaurus-blog-dates-and-links'))
    expect(posts.get('2024-01-02-hello.md')).toMatchObject({ date: '2024-01-02', slug: 'hello' })
    expect((await library.backlinks('2024-01-02-hello.md')).map(({ id }) => id)).toEqual([
      '2024-01-03-links.md',
    ])
    await library.close()
    expect((await cliIn(join(temp(), 'case'), 'list', 'blog')).out).toContain('hello.md\t2024-01-02\tHello')
  })

  test('a date ahead, in name or head, is scheduled', async () => {
    const { posts, library } = await libraryOf(await site('jekyll-future-date-in-name-only'))
    expect([...posts.values()].map(({ scheduled }) => scheduled)).toEqual([true, true])
    await library.close()
  })

  test('a date in a name of Zola', async () => {
    const { posts, library } = await libraryOf(await site('zola-is-called-hugo'))
    expect(posts.get('2024-01-02-dated-by-name.md')).toMatchObject({ date: '2024-01-02' })
    expect((await library.backlinks('other.md')).map(({ id }) => id)).toEqual(['2024-01-02-dated-by-name.md'])
    await library.close()
  })

  test('links with a dot, below the permalink and with the own address are internal', async () => {
    const opened = await site('links-with-a-dot-or-below-archive')
    const served =
      '---\ntitle: More\n---\n\n[a](/archive/2024/01/01/rust-1.52.0/) [b](https://example.org/archive/2024/01/02/hello/)\n'
    writeFileSync(join(opened.postsRoot, '2024-01-04-more.md'), served)
    const { library } = await libraryOf(opened)
    const linking = async (post: string) => (await library.backlinks(post)).map(({ id }) => id).sort()
    expect(await linking('2024-01-01-rust-1.52.0.md')).toEqual(['2024-01-04-more.md'])
    expect(await linking('2024-01-02-hello.md')).toEqual(['2024-01-03-links.md', '2024-01-04-more.md'])
    await library.close()
  })

  test('no two posts with permalinks of their own have the same address', async () => {
    expect((await findingsOf(await site('false-same-address'))).filter((one) => /address/.test(one))).toEqual(
      [],
    )
  })

  test('an English post is dated in English', async () => {
    const opened = await site('english-title-dated-in-polish')
    const text = readFileSync(join(opened.postsRoot, 'a.md'), 'utf8')
    for (const written of [text, text.replace('lang: en\n', '')]) {
      const { html } = await exportPost({
        site: opened,
        postId: 'a.md',
        text: written,
        wordsPerMinute: 230,
        markdown: { preset: 'everything' },
      })
      expect(html).toContain('21 July 2022')
      expect(html).toContain('lang="en"')
    }
  })
})

describe.runIf(hasCases)('renames', () => {
  const renamed = async (name: string, post: string, slug: string) => {
    const opened = await site(name)
    const { plan, steps } = await planRename(opened, post, slug)
    expect(plan.unchangeable).toEqual([])
    await createOperations({ folder: join(temp(), 'records'), trash: async () => undefined }).run({
      title: '',
      steps,
      afterCrash: 'finish',
    })
    return detectSite(opened.root)
  }

  test.each(['with blank', 'with (paren)', 'a#b', 'a%20b', "it's", 'a(b'])(
    'to “%s”: links and images resolve',
    async (slug) => {
      const after = await renamed('07-rename-slug-with-space-or-paren', 'old.md', slug)
      expect((await findingsOf(after)).filter(isUnresolved)).toEqual([])
      const { library } = await libraryOf(after)
      const links = await library.backlinks(`${slug}.md`)
      expect(links.map(({ id, lines }) => [id, lines.length])).toEqual([['x.md', 2]])
      await library.close()
    },
  )

  test('in another case: every link follows', async () => {
    const after = await renamed('08-case-only-rename', 'Sort.md', 'sort')
    expect(readFileSync(join(after.postsRoot, 'l.md'), 'utf8')).toBe(
      '[a](sort.md) [b](./sort.md#x) [r]\n\n[r]: sort.md\n',
    )
  })
})

describe.runIf(hasCases)('new posts and forms', () => {
  test('a new post has no empty optional field', async () => {
    const { library } = await libraryOf(await site('09-astro-new-post'))
    const head = newHead(await library.schema(true), { title: 'T', slug: 't', nowMs: now, offset: 0 })
    expect(head).not.toMatch(/updatedDate|heroImage|''/)
    expect(head).toMatch(/pubDate: 2024-06-01\n/)
    await library.close()
  })

  test('keys that differ by case are one row', async () => {
    const root = copy('sites/capital-keys-offered-twice-hugo')
    const opened = await detectSite(root, { [root]: { generator: 'hugo' } })
    const { library } = await libraryOf(opened)
    const schema = { ...(await library.schema(true)), ...headRulesOf(opened) }
    const folded = schema.fields.map(({ key }) => key.toLowerCase())
    expect(new Set(folded).size).toBe(folded.length)
    await library.close()
  })
})
