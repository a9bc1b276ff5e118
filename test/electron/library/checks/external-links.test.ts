import { expect, test } from 'vitest'
import { ExternalLinks, type PageState } from '../../../../electron/library/checks/external-links'
import type { CheckProgress } from '../../../../shared/checks/findings/told'
import { checkedSite } from '../../../support/checked-site'

const body = `
[a](https://one.net/a#x) [b](https://one.net/b) [c](http://two.org/c)
[a again](https://one.net/a) [mail](mailto:ann@one.net) [own](https://example.org/posts/x)
[this network](http://192.168.0.1/) [here](http://localhost:8080/) [box](http://printer.local/)
`
const posts = () => [...checkedSite({ posts: { 'one.md': `---\ntitle: One\n---\n${body}` } }).posts.all()]

const asking = (answers: Readonly<Record<string, PageState>> = {}) => {
  const asked: string[] = []
  const running = new Map<string, number>()
  let most = 0
  const progress: CheckProgress[] = []
  let now = 0
  const links = new ExternalLinks({
    restMs: 0,
    now: () => now,
    onProgress: (told) => progress.push(told),
    ask: async (address) => {
      const { host } = new URL(address)
      running.set(host, (running.get(host) ?? 0) + 1)
      most = Math.max(most, running.get(host) ?? 0)
      asked.push(address)
      await new Promise((resolve) => setTimeout(resolve, 5))
      running.set(host, (running.get(host) ?? 0) - 1)
      return answers[address] ?? { kind: 'there' }
    },
  })
  return { links, asked, progress, most: () => most, later: (ms: number) => (now += ms) }
}

test('each page of another site is asked for once, one at a time for each site, and none of this network', async () => {
  const { links, asked, progress, most } = asking()
  expect(links.count(posts())).toEqual({ pages: 3, hosts: 2 })
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
  const found = (await links.check(posts())).get('one.md') ?? []
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
  later(25 * 3_600_000)
  expect(links.count(posts())).toEqual({ pages: 3, hosts: 2 })
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
