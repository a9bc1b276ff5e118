import { appendFile, cp } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join, resolve } from 'node:path'
import { expect, test } from './app'

const fixtures = resolve(import.meta.dirname, '../fixtures/checks')
const pretendedWeb = resolve(import.meta.dirname, '../support/pretended-web.cjs')

/** One server for all hosts; a page called `never` is never answered. */
const web = async () => {
  const asked: string[] = []
  const server = createServer(({ headers, url = '', method }, response) => {
    asked.push(`${headers.host}${url}`)
    if (url === '/never') return
    const again = url === '/no-head' && method === 'GET'
    const status = { '/gone': 404, '/no-head': again ? 200 : 405, '/broken': 500 }[url] ?? 200
    response.writeHead(url === '/moved' ? 301 : status, { location: '/gone' }).end()
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  return { server, asked, port: (server.address() as AddressInfo).port }
}

test('links to other sites are checked with consent, can be stopped, and are not asked for twice', async ({
  folder,
  launch,
}) => {
  const { server, asked, port } = await web()
  const dead = ['http://one.net/gone', 'http://one.net/moved', 'http://unknown.net/x']
  const site = join(folder, 'site')
  await cp(join(fixtures, 'clean-next'), site, { recursive: true })
  const post = join(site, 'posts/small-commits.md')
  const links = ['gone', 'moved', 'no-head', 'broken', 'there'].map((name) => `[a](http://one.net/${name})`)
  await appendFile(post, `\n${links.join('\n')}\n[b](http://unknown.net/x)\n[c](http://two.org/never)\n`)
  const { app, page } = await launch({ open: join(fixtures, 'clean-hugo') })
  await expect(page.getByRole('option', { name: /Tools/ })).toBeVisible()
  // The process of the next folder is the first that sees the pretended web.
  await app.evaluate(
    ({ app: main }, { preload, address, asks }) => {
      process.env.NODE_OPTIONS = `--require ${preload}`
      process.env.PRETENDED_WEB = address
      main.emit('open-file', { preventDefault: () => undefined }, asks)
    },
    { preload: pretendedWeb, address: String(port), asks: post },
  )
  await expect(page.getByRole('option', { name: /Small commits/ })).toBeVisible()
  await page.keyboard.press('ControlOrMeta+Shift+j')
  const problems = page.getByRole('grid', { name: 'Problems by post' })
  const check = async () => {
    await page.getByRole('button', { name: 'Fix all of one type' }).click()
    await page.getByRole('menuitem', { name: 'Check links to other sites…' }).click()
  }

  await check()
  const consent = page.getByRole('dialog', { name: 'Check links to other sites' })
  await expect(consent).toContainText('7 pages on 3 sites')
  await expect(consent).toContainText('see the IP address of this computer')
  await page.keyboard.press('Escape')
  await expect(consent).toBeHidden()
  expect(asked).toEqual([])

  await check()
  await consent.getByRole('button', { name: 'Check links' }).click()
  const progress = page.getByRole('status').filter({ hasText: 'Checking other sites' })
  await expect(progress).toContainText('6 of 7')
  // What was found is shown while one site still does not answer, also in the open text.
  await expect(problems).toContainText('http://one.net/gone is a dead link')
  await expect(page.locator('.cm-lintRange-warning')).toHaveText(dead)
  await progress.getByRole('button', { name: 'Stop' }).click()
  await expect(progress).toBeHidden()
  await expect(problems).toContainText('http://unknown.net/x is a dead link')
  await expect(problems.getByRole('row')).toHaveCount(4)

  // Only what was not answered is left to be asked.
  await check()
  await expect(consent).toContainText('1 page on 1 site')
  await page.keyboard.press('Escape')
  expect(asked.filter((one) => one === 'one.net/there')).toHaveLength(1)

  // A finding follows the text, and goes with its link.
  const text = page.getByRole('textbox', { name: 'Text of the post' })
  await text.press('ControlOrMeta+Home')
  await text.press('Enter')
  await expect(page.locator('.cm-lintRange-warning')).toHaveText(dead)
  await page.locator('.cm-lintRange-warning').first().dblclick()
  await text.press('Home')
  await text.press('Shift+End')
  await text.press('Delete')
  await expect(page.locator('.cm-lintRange-warning')).toHaveText(dead.slice(1))
  server.closeAllConnections()
  server.close()
})
