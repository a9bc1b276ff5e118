import { readFileSync, renameSync, rmSync, statSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, test } from 'vitest'
import { ids, withLibraries } from '../../support/libraries'
import { openLibrary, plainSite, postWith, writePosts } from '../../support/open-library'

const { folder, open, keep } = withLibraries()

describe('the index', () => {
  const database = () => `${folder()}-index/posts.sqlite`

  test('a second opening reads nothing that did not change', async () => {
    writePosts(folder(), { 'a.md': postWith({ title: 'A' }), 'b.md': postWith({ title: 'B' }) })
    await (await open(folder())).library.close()
    rmSync(join(folder(), 'b.md'))
    writePosts(folder(), { 'a.md': postWith({ title: 'Other' }) })
    const again = await open(folder())
    expect(again.batches[0]?.changed.map(({ title }) => title).sort()).toEqual(['A', 'B'])
    expect([...again.posts.values()].map(({ title }) => title)).toEqual(['Other'])
    expect(again.notes).toEqual([])
  })

  test('the same bytes under a new time are no change of the post', async () => {
    writePosts(folder(), { 'a.md': postWith({ title: 'A' }) })
    await (await open(folder())).library.close()
    utimesSync(join(folder(), 'a.md'), new Date(5e11), new Date(5e11))
    const again = await open(folder())
    expect(again.posts.get('a.md')).toMatchObject({ title: 'A', modifiedMs: 5e11 })
  })

  const noon = new Date(1.6e12)
  /** Other bytes of the same length, with any time: what `cp -p`, a backup or a clock that was set back leave. */
  const rewrite = (id: string, title: string, time: Date) => {
    const path = join(folder(), id)
    const { size } = statSync(path)
    writePosts(folder(), { [id]: postWith({ title }) })
    utimesSync(path, time, time)
    expect(statSync(path).size).toBe(size)
  }
  const titles = (posts: ReadonlyMap<string, { title: string }>) =>
    [...posts.values()].map(({ title }) => title)

  test.each([
    ['the same time', noon],
    ['an older time', new Date(5e11)],
    ['a time in the future', new Date(4e12)],
    ['no time at all', new Date(0)],
  ])('other bytes of the same size under %s are read, closed or open', async (_name, time) => {
    writePosts(folder(), { 'a.md': postWith({ title: 'One' }), 'b.md': postWith({ title: 'Two' }) })
    for (const id of ['a.md', 'b.md']) utimesSync(join(folder(), id), noon, noon)
    await (await open(folder())).library.close()
    rewrite('a.md', 'Uno', time)
    const again = await open(folder())
    expect(titles(again.posts).sort()).toEqual(['Two', 'Uno'])
    rewrite('b.md', 'Due', time)
    await again.library.refresh()
    expect(titles(again.posts).sort()).toEqual(['Due', 'Uno'])
    const request = { text: 'due', wholeWord: true, matchCase: false, regex: false, limit: 10 }
    expect((await again.library.search(request)).hits.map(({ id }) => id)).toEqual(['b.md'])
  })

  test('an older file that is put back over a newer one is read', async () => {
    writePosts(folder(), { 'a.md': postWith({ title: 'New' }), 'kept.bak': postWith({ title: 'Old' }) })
    utimesSync(join(folder(), 'kept.bak'), new Date(5e11), new Date(5e11))
    await (await open(folder())).library.close()
    renameSync(join(folder(), 'kept.bak'), join(folder(), 'a.md'))
    expect(titles((await open(folder())).posts)).toEqual(['Old'])
  })

  test.each([
    ['cut short', () => truncateSync(database(), 10_000)],
    ['cut to nothing', () => truncateSync(database(), 0)],
    [
      'something else',
      () => writeFileSync(database(), 'no database at all, but long enough to be one'.repeat(20)),
    ],
    [
      'harmed in the middle',
      () => writeFileSync(database(), readFileSync(database()).fill(0xa5, 4096, 40_000)),
    ],
    [
      'of another version',
      () => {
        const db = new DatabaseSync(database())
        db.exec('PRAGMA user_version = 999')
        db.close()
      },
    ],
  ])('one that is %s is built again', async (_name, harm) => {
    writePosts(
      folder(),
      Object.fromEntries(Array.from({ length: 50 }, (_, n) => [`p${n}.md`, postWith({ title: `word${n}` })])),
    )
    await (await open(folder())).library.close()
    harm()
    const again = await open(folder())
    await again.library.refresh()
    expect(again.posts.size).toBe(50)
    const request = { text: 'word7', wholeWord: true, matchCase: false, regex: false, limit: 10 }
    expect((await again.library.search(request)).hits.map(({ id }) => id)).toEqual(['p7.md'])
    expect(again.posts.size).toBe(50)
  })

  test('one that was made under other settings of the site is built again', async () => {
    writePosts(folder(), { 'a.md': postWith({ title: 'A' }) })
    const site = { ...plainSite(folder(), 'vitepress'), addresses: { content: [{ folder: '.' }] } }
    const first = await open(folder(), { site })
    expect((await first.library.pages())[0]?.address).toBe('/a.html')
    await first.library.close()
    const clean = { ...site, addresses: { ...site.addresses, cleanUrls: true } }
    const second = await open(folder(), { site: clean })
    expect(second.notes[0]).toMatch(/other settings/)
    expect((await second.library.pages())[0]?.address).toBe('/a')
    await second.library.close()
    expect((await open(folder(), { site: clean })).notes).toEqual([])
  })

  test('one that a second instance holds does not stop the first', async () => {
    writePosts(folder(), { 'a.md': postWith({ title: 'A' }) })
    const first = await open(folder())
    const second = await open(folder())
    expect(second.notes[0]).toMatch(/another instance/i)
    expect(ids(second)).toEqual(['a.md'])
    writePosts(folder(), { 'b.md': '' })
    await Promise.all([first.library.refresh(), second.library.refresh()])
    expect([ids(first), ids(second)]).toEqual([
      ['a.md', 'b.md'],
      ['a.md', 'b.md'],
    ])
  })

  test('a scan that is stopped goes on with the next look', async () => {
    writePosts(
      folder(),
      Object.fromEntries(Array.from({ length: 3000 }, (_, n) => [`p${n}.md`, postWith({ title: `P${n}` })])),
    )
    const made = openLibrary(folder())
    keep(made)
    await made.library.list()
    made.library.cancelScan()
    await made.library.settled()
    expect(made.posts.size).toBeLessThan(3000)
    await made.library.refresh()
    expect(made.posts.size).toBe(3000)
    expect(made.progress.at(-1)).toEqual({ done: 3000, total: 3000, finished: true })
  })
})
