import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ids, withLibraries } from '../../support/libraries'
import { openLibrary, plainSite, postWith, writePosts } from '../../support/open-library'

const { temp, folder, open, keep } = withLibraries()

describe('the list of a folder', () => {
  test('has every post, nested ones and bundles, and nothing else', async () => {
    writePosts(folder(), {
      'a.md': 'a',
      'b.markdown': 'b',
      'c.mdx': 'c',
      '2024/d.md': 'd',
      'bundle/index.md': 'e',
      'notes.txt': '',
      'README.md': '',
      '_index.md': '',
      '.hidden.md': '',
      '.git/x.md': '',
      'node_modules/y/z.md': '',
      'a.md~': '',
      'a.md.backup': '',
    })
    expect(ids(await open(folder()))).toEqual(['2024/d.md', 'a.md', 'b.markdown', 'bundle/index.md', 'c.mdx'])
  })

  test('leaves out what git ignores, unless told otherwise', async () => {
    writePosts(folder(), { 'a.md': '', 'own/b.md': '', 'own/keep.md': '', 'README.md': '' })
    writeFileSync(join(folder(), '.gitignore'), 'own/*\n!own/keep.md\n')
    expect(ids(await open(folder()))).toEqual(['a.md', 'own/keep.md'])
    const all = { gitignore: false, patterns: ['!README.md'] }
    const other = join(temp(), 'other.sqlite')
    expect(ids(await open(folder(), { ignore: all, databaseFile: other }))).toEqual([
      'README.md',
      'a.md',
      'own/b.md',
      'own/keep.md',
    ])
  })

  test('says what a post is', async () => {
    writePosts(folder(), {
      'docker.md': postWith(
        { title: 'Docker', date: '2024-01-05', isFeatured: true, image: 'logo.png', tags: ['a', 'b'] },
        '# Heading\n\nThe *start* of the post.',
      ),
    })
    const { posts } = await open(folder())
    expect(posts.get('docker.md')).toMatchObject({
      slug: 'docker',
      title: 'Docker',
      date: '2024-01-05',
      dateMs: Date.UTC(2024, 0, 5),
      featured: true,
      draft: false,
      image: 'logo.png',
      tags: ['a', 'b'],
      excerpt: 'The start of the post.',
      problems: [],
    })
  })

  test('the whole schema is that of all posts, however early it is asked for', async () => {
    const posts = Array.from({ length: 900 }, (_, at): [string, string] => [
      `${at}.md`,
      postWith(at === 0 ? { title: 'A' } : { title: 'A', layout: 'post' }),
    ])
    writePosts(folder(), Object.fromEntries(posts))
    const { library } = keep(openLibrary(folder(), { databaseFile: join(temp(), 'x.sqlite') }))
    expect((await library.schema(true)).posts).toBe(900)
  })

  test('a Jekyll post has the date of its name, and a draft folder makes drafts', async () => {
    writePosts(folder(), {
      '2020-01-02-hello.md': postWith({ title: 'Hello' }),
      '_drafts/x.md': postWith({ title: 'X' }),
    })
    const { posts } = await open(folder(), { site: plainSite(folder(), 'jekyll') })
    expect(posts.get('2020-01-02-hello.md')).toMatchObject({
      slug: 'hello',
      date: '2020-01-02',
      draft: false,
    })
    expect(posts.get('_drafts/x.md')?.draft).toBe(true)
  })

  test('a date ahead schedules a post where the generator says so', async () => {
    writePosts(folder(), { 'a.md': postWith({ title: 'A', date: '2030-01-01' }) })
    const site = plainSite(folder(), 'hugo')
    const before = await open(folder(), { site, now: () => Date.UTC(2029, 0, 1) })
    expect(before.posts.get('a.md')?.scheduled).toBe(true)
    await before.library.close()
    const after = await open(folder(), { site, now: () => Date.UTC(2031, 0, 1) })
    expect(after.posts.get('a.md')?.scheduled).toBe(false)
  })

  test('shows the newest first and streams the rest', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 700 }, (_, n) => [
        `p${n}.md`,
        postWith({ title: `P${n}`, date: new Date(Date.UTC(2020, 0, 1 + n)).toISOString().slice(0, 10) }),
      ]),
    )
    writePosts(folder(), many)
    const made = await open(folder())
    const first = await made.library.list()
    expect(first[0]?.id).toBe('p699.md')
    expect(first.length).toBeLessThan(700)
    expect(made.batches.every(({ changed }) => changed.length <= 500)).toBe(true)
    made.posts.clear()
    await made.until(() => made.posts.size + first.length >= 700, 'the rest of the list came')
  })
})

test('a window that is about to ask for the list is sent no post twice', async () => {
  const names = Array.from({ length: 900 }, (_, n) => `p${n}.md`)
  writePosts(folder(), Object.fromEntries(names.map((name) => [name, postWith({ title: name })])))
  await (await open(folder())).library.close()
  const made = openLibrary(folder(), { listFirst: true })
  keep(made)
  await made.library.settled()
  expect(made.batches).toEqual([])
  const first = await made.library.list()
  await made.until(() => first.length + made.posts.size >= 900, 'the rest came')
  const sent = [...first, ...made.batches.flatMap(({ changed }) => changed)].map(({ id }) => id)
  expect(sent.sort()).toEqual([...names].sort())
  writePosts(folder(), { 'new.md': postWith({ title: 'New' }) })
  await made.library.refresh()
  expect(made.batches.at(-1)).toMatchObject({ changed: [{ id: 'new.md' }], reset: false })
})

describe('problems', () => {
  test('a broken head keeps its row and says where it breaks', async () => {
    writePosts(folder(), { 'a.md': '---\ntitle: "open\ndate: x\n---\nbody' })
    expect((await open(folder())).posts.get('a.md')?.problems).toMatchObject([
      { check: 'front-matter', severity: 'error' },
    ])
  })

  test('two posts at one address name each other, until one of them goes', async () => {
    writePosts(folder(), { 'hello.md': 'a', 'hello.mdx': 'b' })
    const made = await open(folder())
    expect(made.posts.get('hello.md')?.problems[0]?.message).toContain('hello.mdx')
    expect(made.posts.get('hello.mdx')?.problems[0]?.check).toBe('duplicate-slug')
    rmSync(join(folder(), 'hello.mdx'))
    await made.library.refresh()
    expect(made.posts.get('hello.md')?.problems).toEqual([])
  })

  test('a binary and a folder with a name of a post', async () => {
    writePosts(folder(), { 'b.md': '' })
    writeFileSync(join(folder(), 'b.md'), Buffer.from([0xff, 0xfe, 65, 0, 66, 0]))
    mkdirSync(join(folder(), 'c.md'))
    writePosts(folder(), { 'c.md/d.md': 'd' })
    const made = await open(folder())
    expect(made.posts.get('b.md')?.problems[0]?.check).toBe('unreadable')
    expect(ids(made)).toEqual(['b.md', 'c.md/d.md'])
  })
})

describe('odd folders', () => {
  test('loops of links end', async () => {
    writePosts(folder(), { 'a/b/x.md': '' })
    symlinkSync('..', join(folder(), 'a', 'b', 'up'))
    symlinkSync('self', join(folder(), 'self'))
    symlinkSync('nowhere.md', join(folder(), 'dangling.md'))
    expect(ids(await open(folder()))).toEqual(['a/b/x.md'])
  })

  test('names in both Unicode forms, emoji, right-to-left, and a path of 250 characters', async () => {
    const long = `${'long-'.repeat(24)}/${'deep-'.repeat(24)}.md`.slice(-250)
    const names = ['caf\u00e9.md', 'cafe\u0301.md', '🚀 start.md', 'שלום.md', 'مرحبا.md', long]
    writePosts(folder(), Object.fromEntries(names.map((name) => [name, postWith({ title: 'x' })])))
    const made = await open(folder())
    expect(ids(made)).toEqual([...names].sort())
    expect(made.posts.get('cafe\u0301.md')?.problems[0]?.check).toBe('duplicate-slug')
  })

  test('a case-only rename is one post with its new name', async () => {
    writePosts(folder(), { 'Hello.md': 'x' })
    const made = await open(folder())
    rmSync(join(folder(), 'Hello.md'))
    writePosts(folder(), { 'hello.md': 'x' })
    await made.library.refresh()
    expect(ids(made)).toEqual(['hello.md'])
  })

  test('files that are deleted while the folder is read are not there', async () => {
    writePosts(folder(), Object.fromEntries(Array.from({ length: 400 }, (_, n) => [`p${n}.md`, 'text'])))
    const made = openLibrary(folder())
    keep(made)
    await made.library.list() // the first rows are read, the others not yet
    for (let n = 0; n < 400; n += 2) rmSync(join(folder(), `p${n}.md`), { force: true })
    await made.library.settled()
    await made.library.refresh()
    expect(made.posts.size).toBe(200)
    expect([...made.posts.values()].every(({ problems }) => problems.length === 0)).toBe(true)
  })

  test('a folder that is missing is told, not thrown', async () => {
    const made = await open(folder())
    expect(made.states).toMatchObject([{ available: false }])
    expect(await made.library.list()).toEqual([])
  })
})
