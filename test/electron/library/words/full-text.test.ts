import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import type { OpenedLibrary } from '../../../support/open-library'
import { openLibrary, postWith, writePosts } from '../../../support/open-library'
import { withTempFolder } from '../../../support/temp-folder'

const temp = withTempFolder()
let made: OpenedLibrary

beforeEach(async () => {
  const folder = join(temp(), 'posts')
  writePosts(folder, {
    'docker.md': postWith(
      { title: 'Docker', tags: ['ops'], date: '2023-05-01' },
      'Docker and kubernetes.\n\n# Running Docker\n\nJavaScript too.',
    ),
    'cafe.md': postWith(
      { title: 'Cafés', date: '2024-01-05', isFeatured: true },
      'Un café crème, na\u0131ve cafe\u0301.\nПривет, МИР',
    ),
    'ja.md': postWith({ title: '日本' }, '今日は新しいブログを書きます。这是一篇关于编辑器的文章'),
    'ko.md': postWith({ title: 'Korean' }, '마크다운 편집기 🚀 C++ foo_bar foo-baz'),
    'links.md': postWith(
      { title: 'Links' },
      'See [docker](./docker.md) and [again](/posts/docker/).\n\n[x](/posts/docker#y)',
    ),
    'broken.md': '---\ntitle: "open\n---\nfindable anyway',
  })
  made = openLibrary(folder)
  await made.library.settled()
  return () => made.library.close()
})
afterAll(() => made.library.close())

const find = async (
  text: string,
  how: { wholeWord?: boolean; matchCase?: boolean; regex?: boolean } = {},
) => {
  const request = { text, wholeWord: false, matchCase: false, regex: false, limit: 50, ...how }
  return (await made.library.search(request)).hits.map(({ id }) => id).sort()
}

describe('full text', () => {
  test.each<[string, string[]]>([
    ['kubernetes', ['docker.md']],
    ['kuber', ['docker.md']],
    ['ernetes', ['docker.md']],
    ['script', ['docker.md']],
    ['docker kubernetes', ['docker.md']],
    ['docker -kubernetes', ['links.md']],
    ['docker -KUBER', ['links.md']],
    ['docker -again', ['docker.md']],
    ['docker -running -again', []],
    ['findable -broken', ['broken.md']], // it is in the file name, and not in the text
    ['"and kubernetes"', ['docker.md']],
    ['"kubernetes and"', []],
    ['cafe', ['cafe.md']],
    ['CAFÉ', ['cafe.md']],
    ['creme', ['cafe.md']],
    ['мир', ['cafe.md']],
    ['ブログ', ['ja.md']],
    ['编辑器', ['ja.md']],
    ['新し', ['ja.md']],
    ['편집', ['ko.md']],
    ['🚀', ['ko.md']],
    ['c++', ['ko.md']],
    ['foo_bar', ['ko.md']],
    ['bar', ['ko.md']],
    ['foo-b', ['ko.md']],
    ['findable', ['broken.md']],
    ['nowhere', []],
    ['tag:ops', ['docker.md']],
    ['docker before:2024', ['docker.md']],
    ['featured:true', ['cafe.md']],
    ['missing:tags title:k', ['broken.md', 'ko.md', 'links.md']],
    ['problem:front-matter', ['broken.md']],
    ['', []],
  ])('%j finds %j', async (text, expected) => expect(await find(text)).toEqual(expected))

  test('whole words, case and patterns', async () => {
    expect(await find('kuber', { wholeWord: true })).toEqual([])
    expect(await find('docker', { matchCase: true })).toEqual(['links.md'])
    expect(await find('docker -Again', { matchCase: true })).toEqual(['links.md'])
    expect(await find('docker -aga', { wholeWord: true })).toEqual(['docker.md', 'links.md'])
    expect(await find('dock[a-z]+ and', { regex: true })).toEqual(['docker.md'])
    await expect(find('(', { regex: true })).rejects.toThrow(/regular expression/)
  })

  test('a pattern made to run for ever is stopped', async () => {
    writePosts(join(temp(), 'posts'), { 'a.md': `${'a'.repeat(60)}!` })
    await made.library.refresh()
    await expect(find('(a+)+$', { regex: true })).rejects.toThrow(/too long/)
  })

  test('lines with their matches', async () => {
    const request = { text: 'docker', wholeWord: false, matchCase: false, regex: false, limit: 5 }
    const { hits } = await made.library.search(request)
    const hit = hits.find(({ id }) => id === 'docker.md')
    expect(hit?.lines.map(({ text, marks }) => marks.map(([from, to]) => text.slice(from, to)))).toEqual([
      ['Docker'],
      ['Docker'],
      ['Docker'],
    ])
    expect(hit?.lines[1]).toEqual({ line: 9, text: '# Running Docker', marks: [[10, 16]] })
  })

  test('a newer search takes the place of the one before', async () => {
    const first = find('docker')
    const second = find('cafe')
    await expect(first).rejects.toThrow(/another search/i)
    expect(await second).toEqual(['cafe.md'])
  })
})

test('quick open finds titles, paths and headings', async () => {
  expect((await made.library.quickOpen('dckr', 5))[0]?.id).toBe('docker.md')
  expect((await made.library.quickOpen('cafes', 5))[0]?.title).toBe('Cafés')
  expect(await made.library.quickOpen('running docker', 5)).toContainEqual({
    id: 'docker.md',
    title: 'Docker',
    heading: { text: 'Running Docker', line: 9 },
  })
  expect((await made.library.quickOpen('', 2)).map(({ id }) => id)).toHaveLength(2)
})

test('the slug of a head finds its post, is one of its addresses, and clashes with others', async () => {
  writePosts(join(temp(), 'posts'), {
    'plain-name.md': postWith({ title: 'Own', slug: 'glorious-address' }),
    'pointing.md': '[own](/blog/glorious-address#part)\n',
    'glorious-address.md': postWith({ title: 'Twin' }),
  })
  await made.library.refresh()
  const own = made.posts.get('plain-name.md')
  expect(own).toMatchObject({ slug: 'plain-name', ownSlug: 'glorious-address' })
  expect(own?.problems).toMatchObject([
    { check: 'duplicate-slug', message: expect.stringContaining('glorious-address.md') },
  ])
  expect(made.posts.get('docker.md')).not.toHaveProperty('ownSlug')
  expect((await made.library.quickOpen('glorious', 5)).map(({ id }) => id).sort()).toEqual([
    'glorious-address.md',
    'plain-name.md',
  ])
  expect((await made.library.backlinks('plain-name.md')).map(({ id }) => id)).toEqual(['pointing.md'])
  expect(await find('slug:glorious')).toEqual(['glorious-address.md', 'plain-name.md'])
})

test('links are learned from what most of the newest posts do', async () => {
  const write = async (bodies: Record<string, string>) => {
    const texts = Object.entries(bodies).map(([name, body]) => [name, postWith({ date: '2025-01-01' }, body)])
    writePosts(join(temp(), 'posts'), Object.fromEntries(texts))
    await made.library.refresh()
    return made.library.linkExample()
  }
  expect(await made.library.linkExample()).toMatchObject({
    reference: { target: '/posts/docker/' }, // two of three use the address
    from: 'links.md',
    to: { id: 'docker.md' },
  })
  const byAddress = { 'x.md': '[a](/about) [d](/notes/docker) [c](/notes/cafe)', 'y.md': '[k](/notes/ko)' }
  expect(await write(byAddress)).toMatchObject({
    reference: { kind: 'link', target: expect.stringMatching(/^\/notes\/\w+$/) },
  })
  const byTag = Object.fromEntries(
    [1, 2, 3, 4, 5, 6].map((n) => [`h${n}.md`, '{{< ref "docker" >}} [i](docker.png)']),
  )
  expect(await write(byTag)).toEqual({
    reference: { kind: 'hugo-ref', target: 'docker' },
    from: expect.stringMatching(/^h\d\.md$/),
    to: { id: 'docker.md', slug: 'docker', address: '/docker' },
  })
})

test('backlinks by file, by address, and their lines', async () => {
  expect(await made.library.backlinks('docker.md')).toEqual([
    { id: 'links.md', title: 'Links', lines: [5, 5, 7] },
  ])
  expect(await made.library.backlinks('links.md')).toEqual([])
})
