import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { detectSite } from '../../../electron/site/detect-site'
import { liveAddress, pathOnServer } from '../../../electron/site/page-address'

const made: string[] = []
afterEach(() => Promise.all(made.splice(0).map((path) => rm(path, { recursive: true }))))

const addresses = async (files: Readonly<Record<string, string>>, id: string) => {
  const root = await mkdtemp(join(tmpdir(), 'address-'))
  made.push(root)
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true })
    await writeFile(join(root, name), text)
  }
  const site = await detectSite(root)
  const text = Object.entries(files).find(([name]) => name.endsWith(id))?.[1] ?? ''
  return { live: liveAddress(site, id, text), path: pathOnServer(site, site.basePath, id, text) }
}

test('a post of Hugo below a base path', async () => {
  const files = {
    'hugo.toml': 'baseURL = "https://a.example/blog/"\n',
    'content/posts/one.md': '---\ntitle: One\n---\nx\n',
  }
  expect(await addresses(files, 'one.md')).toEqual({
    live: 'https://a.example/blog/posts/one/',
    path: '/blog/posts/one/',
  })
})

test('the address that a head gives, with letters that are encoded', async () => {
  const files = { 'hugo.toml': '', 'content/posts/one.md': '+++\nurl = "/schöne grüße/"\n+++\nx\n' }
  expect(await addresses(files, 'one.md')).toEqual({ live: null, path: '/sch%C3%B6ne%20gr%C3%BC%C3%9Fe/' })
})

test('a head between semicolons counts where the generator reads it', async () => {
  const files = {
    '_config.yml': 'url: https://a.example\npermalink: :year/:title/\n',
    'package.json': '{"dependencies":{"hexo":"7"}}',
    'source/_posts/one.md': ';;;\n"title": "One",\n"date": "2024-02-03"\n;;;\nx\n',
  }
  expect((await addresses(files, 'one.md')).live).toBe('https://a.example/2024/one/')
})

test('a post of Jekyll without a date has no address', async () => {
  const files = {
    '_config.yml': 'url: https://a.example\n',
    '_layouts/post.html': '',
    '_posts/undated.md': '---\ntitle: x\n---\n',
    '_posts/2024-01-05-a.md': '---\ntitle: x\n---\n',
  }
  expect((await addresses(files, 'undated.md')).path).toBe(null)
  expect(await addresses(files, '2024-01-05-a.md')).toEqual({
    live: 'https://a.example/2024/01/05/a.html',
    path: '/2024/01/05/a.html',
  })
})
