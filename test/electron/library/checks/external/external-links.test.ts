import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PageState } from '../../../../../electron/library/checks/external/ask-page'
import { ExternalLinks } from '../../../../../electron/library/checks/external/external-links'
import { keptPages } from '../../../../../electron/library/checks/external/kept-pages'
import { itemAt } from '../../../../../shared/base/item-at'
import type { CheckProgress } from '../../../../../shared/checks/findings/told'
import { checkedSite } from '../../../../support/checked-site'
import { withTempFolder } from '../../../../support/temp-folder'

const folder = withTempFolder()

const body = `
[a](https://one.net/a#x) [b](https://one.net/b) [c](http://two.org/c)
[a again](https://one.net/a) [mail](mailto:ann@one.net) [own](https://example.org/posts/x)
[this network](http://192.168.0.1/) [here](http://localhost:8080/) [box](http://printer.local/)
`
const posts = () => [...checkedSite({ posts: { 'one.md': `---\ntitle: One\n---\n${body}` } }).posts.all()]

const foundBy = async (links: ExternalLinks) => {
  await links.check(posts())
  return posts().flatMap((post) => links.findings(post))
}

type Answer = PageState | readonly PageState[]

const asking = (answers: Readonly<Record<string, Answer>> = {}, notes: string[] = []) => {
  const asked: string[] = []
  const running = new Map<string, number>()
  let most = 0
  const progress: CheckProgress[] = []
  let now = 0
  const links = new ExternalLinks({
    restMs: 0,
    now: () => now,
    keeps: keptPages(join(folder(), 'kept.links'), (note) => notes.push(note)),
    onProgress: (told) => progress.push(told),
    ask: async (address) => {
      const { host } = new URL(address)
      running.set(host, (running.get(host) ?? 0) + 1)
      most = Math.max(most, running.get(host) ?? 0)
      asked.push(address)
      await new Promise((resolve) => setTimeout(resolve, 5))
      running.set(host, (running.get(host) ?? 0) - 1)
      const answer = answers[address] ?? { kind: 'there' }
      return 'kind' in answer ? answer : itemAt(answer, asked.filter((one) => one === address).length - 1)
    },
  })
  return { links, asked, progress, most: () => most, later: (ms: number) => (now += ms) }
}

test('each page of another site is asked for once, one at a time for each site, and none of this network', async () => {
  const { links, asked, progress, most } = asking()
  expect(await links.count(posts())).toEqual({ pages: 3, hosts: 2, known: 0, others: 3 })
  await links.check(posts())
  expect([...asked].sort()).toEqual(['http://two.org/c', 'https://one.net/a', 'https://one.net/b'])
  expect(most()).toBe(1)
  expect(progress.at(-1)).toEqual({ kind: 'links', done: 3, total: 3, finished: true })
})

test('only a page that is gone is a finding, at each place that links there', async () => {
  const { links } = asking({
    'https://one.net/a': { kind: 'dead', why: 'The site responds with 404' },
    'https://one.net/b': { kind: 'unsure' },
  })
  const found = await foundBy(links)
  expect(found.map(({ check, line, detail }) => [check, line, detail])).toEqual([
    ['link-external', 5, 'The site responds with 404'],
    ['link-external', 6, 'The site responds with 404'],
  ])
})

test('what was answered is kept for a day', async () => {
  const { links, asked, later } = asking()
  await links.check(posts())
  await links.check(posts())
  expect(asked).toHaveLength(3)
  expect(await links.count(posts())).toEqual({ pages: 0, hosts: 0, known: 3, others: 3 })
  later(25 * 3_600_000)
  expect(await links.count(posts())).toEqual({ pages: 3, hosts: 2, known: 0, others: 3 })
})

test('it can be stopped, and goes on where it was', async () => {
  const { links, asked, progress } = asking()
  const checking = links.check(posts())
  links.stop()
  await checking
  expect(asked.length).toBeLessThan(3)
  expect(progress.at(-1)?.finished).toBe(true)
  await links.check(posts())
  expect(new Set(asked).size).toBe(3)
})

test('a site that wants a short pause is asked once more', async () => {
  const { links, asked } = asking({
    'https://one.net/a': [
      { kind: 'later', waitMs: 1 },
      { kind: 'dead', why: 'gone' },
    ],
  })
  const found = await foundBy(links)
  expect(found.map(({ line }) => line)).toEqual([5, 6])
  expect(asked.filter((address) => address.startsWith('https://one.net'))).toEqual([
    'https://one.net/a',
    'https://one.net/a',
    'https://one.net/b',
  ])
})

test('a site that wants a long pause is left alone, and asked the next time', async () => {
  const { links, asked, progress } = asking({ 'https://one.net/a': { kind: 'later', waitMs: 3_600_000 } })
  expect(await foundBy(links)).toEqual([])
  expect([...asked].sort()).toEqual(['http://two.org/c', 'https://one.net/a'])
  expect(progress.at(-1)).toEqual({ kind: 'links', done: 3, total: 3, finished: true })
  expect(await links.count(posts())).toEqual({ pages: 2, hosts: 1, known: 1, others: 3 })
})

test('a host that does not exist is asked for once', async () => {
  const { links, asked } = asking({
    'https://one.net/a': { kind: 'no-host', why: 'The host does not exist' },
  })
  const found = await foundBy(links)
  expect(found.map(({ line, detail }) => [line, detail])).toEqual([
    [5, 'The host does not exist'],
    [5, 'The host does not exist'],
    [6, 'The host does not exist'],
  ])
  expect(asked).toHaveLength(2)
})

test('where no host can be found, this computer is offline, and no link is called dead', async () => {
  const no = { kind: 'no-host', why: 'The host does not exist' } as const
  const { links } = asking({ 'https://one.net/a': no, 'http://two.org/c': no })
  await expect(links.check(posts())).rejects.toThrow('internet connection')
  expect(await links.count(posts())).toEqual({ pages: 3, hosts: 2, known: 0, others: 3 })
})

test('what was answered is kept for the next start, but for a day', async () => {
  const gone = { 'https://one.net/a': { kind: 'dead', why: 'The site responds with 404' } } as const
  const first = asking(gone)
  await first.links.check(posts())
  const next = asking(gone)
  expect(await next.links.count(posts())).toMatchObject({ pages: 0, known: 3 })
  const found = await foundBy(next.links)
  expect(found.map(({ line, detail }) => [line, detail])).toEqual([
    [5, 'The site responds with 404'],
    [6, 'The site responds with 404'],
  ])
  expect(next.asked).toEqual([])
  next.later(25 * 3_600_000)
  expect(await next.links.count(posts())).toMatchObject({ pages: 3, known: 0 })
})

test('what was answered until it was stopped is kept too', async () => {
  const { links, asked } = asking()
  const checking = links.check(posts())
  await new Promise<void>((resolve) => {
    const wait = () => (asked.length > 2 ? resolve() : setTimeout(wait, 1))
    wait()
  })
  links.stop()
  await checking
  expect((await asking().links.count(posts())).known).toBeGreaterThan(0)
})

test.each([
  ['damaged', '{"version": 1, "pages": [["https://one.net/a", 0'],
  ['of another shape', '{"version": 1, "pages": [["https://one.net/a", "today", "dead", 3]]}'],
  ['of a newer version', '{"version": 99, "pages": {}}'],
])('a file that is %s is told, and all pages are asked for', async (_name, text) => {
  await writeFile(join(folder(), 'kept.links'), text)
  const notes: string[] = []
  const { links, asked } = asking({}, notes)
  await links.check(posts())
  expect(asked).toHaveLength(3)
  expect(notes).toHaveLength(1)
  if (text.includes('99')) expect(await readFile(join(folder(), 'kept.links'), 'utf8')).toBe(text)
})
