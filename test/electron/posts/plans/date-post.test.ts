import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { createOperations } from '../../../../electron/posts/operations/operations'
import { planDate } from '../../../../electron/posts/plans/date-post'
import { detectSite } from '../../../../electron/site/detect-site'
import { type TempSite, tempSite } from '../../../support/temp-site'

let site: TempSite
afterEach(() => site.remove())

const text = (path: string) => readFile(site.path(path), 'utf8')
const operations = () =>
  createOperations({ folder: join(site.root, '.records'), trash: () => Promise.resolve() })

test('another date of a Jekyll post renames its file, the links follow, and one undo takes it back', async () => {
  const linking = '[a]({% post_url 2020-01-02-old %}) [b](/2020/01/02/old.html)\n'
  site = await tempSite({
    '_config.yml': '',
    '_posts/2020-01-02-old.md': '---\ntitle: A\n---\na\n',
    '_posts/2021-01-01-x.md': linking,
  })
  const planned = await planDate(await detectSite(site.root), '2020-01-02-old.md', '2022-03-04')
  expect(planned.plan).toMatchObject({ id: '2022-03-04-old.md', warnings: [] })
  const run = operations()
  const { undo } = await run.run({ title: '', steps: planned.steps, afterCrash: 'finish' })
  expect(await text('_posts/2021-01-01-x.md')).toBe(
    '[a]({% post_url 2022-03-04-old %}) [b](/2022/03/04/old.html)\n',
  )
  expect(await text('_posts/2022-03-04-old.md')).toBe('---\ntitle: A\n---\na\n')
  await run.undo(undo ?? '')
  expect(await text('_posts/2021-01-01-x.md')).toBe(linking)
  expect(await text('_posts/2020-01-02-old.md')).toBe('---\ntitle: A\n---\na\n')
})

test('a draft is published by its date', async () => {
  site = await tempSite({ '_config.yml': '', '_posts/2021-01-01-x.md': 'x\n', '_drafts/new.md': 'a\n' })
  const planned = await planDate(await detectSite(site.root), '_drafts/new.md', '2022-03-04')
  expect(planned.plan.id).toBe('_posts/2022-03-04-new.md')
  await operations().run({ title: '', steps: planned.steps, afterCrash: 'finish' })
  expect(await text('_posts/2022-03-04-new.md')).toBe('a\n')
})

test('the flags of a draft are turned as it is published, and one undo takes all back', async () => {
  const draft = '---\r\ntitle: N # new\r\npublished: false\r\n---\r\na\r\n'
  site = await tempSite({ '_config.yml': '', '_posts/2021-01-01-x.md': 'x\n', '_drafts/new.md': draft })
  const { plan, steps } = await planDate(await detectSite(site.root), '_drafts/new.md', '2022-03-04')
  expect(plan.warnings).toEqual([])
  const run = operations()
  const { undo } = await run.run({ title: '', steps, afterCrash: 'finish' })
  expect(await text('_posts/2022-03-04-new.md')).toBe(draft.replace('false', 'true'))
  await run.undo(undo ?? '')
  expect(await text('_drafts/new.md')).toBe(draft)
})

test('a Hexo draft keeps its name and gets the date in its head, where the posts have none in their names', async () => {
  site = await tempSite({
    '_config.yml': '',
    'package.json': '{"dependencies":{"hexo":"7"}}',
    'source/_posts/x.md': '---\ntitle: X\ndate: 2021-01-01\n---\nx\n',
    'source/_drafts/new.md': '---\ntitle: N\n---\na\n',
    'source/_drafts/own.md': 'title: O\ndate: 2020-05-06\n---\na\n',
  })
  const found = await detectSite(site.root)
  const publish = async (id: string) => {
    const { plan, steps } = await planDate(found, id, '2022-03-04')
    expect(plan.warnings).toEqual([])
    await operations().run({ title: '', steps, afterCrash: 'finish' })
  }
  await publish('_drafts/new.md')
  expect(await text('source/_posts/new.md')).toBe('---\ntitle: N\ndate: 2022-03-04\n---\na\n')
  await publish('_drafts/own.md')
  expect(await text('source/_posts/own.md')).toBe('title: O\ndate: 2020-05-06\n---\na\n')
})

test('a Hexo site with dates in names gives the draft one', async () => {
  site = await tempSite({
    'package.json': '{"dependencies":{"hexo":"7"}}',
    'source/_posts/2021-01-01-x.md': 'x\n',
    'source/_drafts/new.md': '---\ntitle: N\n---\na\n',
  })
  const { plan } = await planDate(await detectSite(site.root), '_drafts/new.md', '2022-03-04')
  expect(plan.id).toBe('_posts/2022-03-04-new.md')
})

test('a head that does not read stays, and the plan says so', async () => {
  site = await tempSite({
    '_config.yml': '',
    '_posts/2021-01-01-x.md': '',
    '_drafts/new.md': '---\ntitle: "N\n---\na\n',
  })
  const { plan } = await planDate(await detectSite(site.root), '_drafts/new.md', '2022-03-04')
  expect(plan.id).toBe('_posts/2022-03-04-new.md')
  expect(plan.warnings).toEqual([expect.stringMatching(/^The front matter was not changed: /)])
})

test('what cannot be done says why', async () => {
  site = await tempSite({
    '_config.yml': '',
    '_posts/2020-01-02-a.md': '---\ndate: 2019-01-01\n---\n',
    '_posts/2020-01-03-a.md': '',
    'about.md': '',
  })
  const found = await detectSite(site.root)
  const why = (id: string, date: string) => planDate(found, id, date).catch((error: Error) => error.message)
  expect(await why('2020-01-02-a.md', '2020-01-02')).toBe('The date is already 2020-01-02.')
  expect(await why('2020-01-02-a.md', '2020-02-31')).toBe('2020-02-31 is not a date.')
  expect(await why('2020-01-02-a.md', '2020-01-03')).toMatch(/2020-01-03-a/)
  expect(await why('../about.md', '2020-01-03')).toBe('The file name of this post has no date.')
  const { plan } = await planDate(found, '2020-01-02-a.md', '2020-01-04')
  expect(plan.warnings).toEqual(['The front matter has its own date (2019-01-01), which the site uses.'])
})
