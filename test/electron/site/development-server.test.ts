import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { detectSite } from '../../../electron/site/detect-site'
import { serverOfSite } from '../../../electron/site/development-server'

let root = ''
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'server-of-'))
})
afterEach(() => rm(root, { recursive: true }))

const of = async (files: Readonly<Record<string, string>>, given?: string) => {
  for (const [name, text] of Object.entries(files)) await writeFile(join(root, name), text)
  return serverOfSite(await detectSite(root), given)
}

test('the usual port of the generator, and how it is started', async () => {
  const hugo = await of({ 'hugo.toml': 'baseURL = "https://example.org/blog/"\n' })
  expect(hugo).toMatchObject({ origin: 'http://localhost:1313', start: 'hugo server', basePath: '/blog' })
  expect(hugo.drafts).toContain('--buildDrafts')
})

test.each([
  ['_config.yml', 'title: x\nurl: https://a.example\nport: 4123\ngems: []\n', '{}', 'http://localhost:4123'],
  [
    'astro.config.mjs',
    'export default { server: { port: 4400 } }\n',
    '{"dependencies":{"astro":"5"}}',
    'http://localhost:4400',
  ],
  [
    'eleventy.config.js',
    'export default (c) => { c.setServerOptions({ port: 8181 }) }\n',
    '{"dependencies":{"@11ty/eleventy":"3"}}',
    'http://localhost:8181',
  ],
])('the port that %s gives', async (name, text, packages, origin) => {
  expect((await of({ [name]: text, 'package.json': packages })).origin).toBe(origin)
})

test.each([
  ['next dev -p 3005', 'http://localhost:3005'],
  ['next dev --port=3006', 'http://localhost:3006'],
  ['PORT=3007 next dev', 'http://localhost:3007'],
  ['next dev', 'http://localhost:3000'],
  ['next dev --port 99999', 'http://localhost:3000'],
  ['next dev -p3008', 'http://localhost:3008'],
  ['cross-env PORT="3009" next dev', 'http://localhost:3009'],
  ['yarn serve --turbo', 'http://localhost:3010'],
  ['concurrently "npm run css" "npm run serve"', 'http://localhost:3010'],
  ['npm run dev', 'http://localhost:3000'],
])('the port of the script %s', async (script, origin) => {
  const server = await of({
    'package.json': JSON.stringify({
      dependencies: { next: '15' },
      scripts: { dev: script, build: 'next build', css: 'tailwindcss', serve: 'next dev -p 3010' },
    }),
  })
  expect(server).toMatchObject({ origin, start: 'npm run dev' })
})

test.each([
  ['astro.config.mjs', 'export default { server: { port: 4400 } }', 'astro', 'astro dev --port 4411', 4411],
  ['astro.config.mjs', 'export default { server: { port: 4400 } }', 'astro', 'astro dev --open', 4400],
  ['_config.yml', 'server:\n  port: 4100\n', 'hexo', 'hexo server -p 4200', 4200],
  ['.eleventy.js', 'module.exports = {}', '@11ty/eleventy', 'eleventy --serve --port=8090', 8090],
])('%s says %s: %s with the script %s', async (file, config, name, dev, port) => {
  const server = await of({
    [file]: config,
    'package.json': JSON.stringify({ dependencies: { [name]: '5' }, scripts: { dev } }),
  })
  expect(server.origin).toBe(`http://localhost:${port}`)
})

test('Pelican serves at the top while it is developed', async () => {
  const pelican = await of({ 'pelicanconf.py': "SITEURL = 'https://a.example/blog'\nPORT = 8123\n" })
  expect(pelican).toMatchObject({ origin: 'http://localhost:8123', basePath: '' })
})

test('the port of VuePress', async () => {
  const files = { 'package.json': '{"dependencies":{"vuepress":"2"}}' }
  await mkdir(join(root, '.vuepress'))
  expect((await of({ ...files, '.vuepress/config.js': 'export default { port: 8888 }' })).origin).toBe(
    'http://localhost:8888',
  )
})

test('Gatsby serves at the top while it is developed', async () => {
  const gatsby = await of({
    'package.json': '{"dependencies":{"gatsby":"5"}}',
    'gatsby-config.js': 'module.exports = { pathPrefix: "/blog" }\n',
  })
  expect(gatsby).toMatchObject({ origin: 'http://localhost:8000', basePath: '' })
})

test('what the writer says goes before postwright.json, and that before the rest', async () => {
  const files = { 'hugo.toml': '', 'postwright.json': '{"preview":{"server":"localhost:9000/x"}}' }
  expect((await of(files)).origin).toBe('http://localhost:9000')
  expect((await of(files, 'http://127.0.0.1:9001')).origin).toBe('http://127.0.0.1:9001')
})

test('another computer is never the server', async () => {
  const files = { 'hugo.toml': '', 'postwright.json': '{"preview":{"server":"https://example.org"}}' }
  expect((await of(files)).origin).toBe('http://localhost:1313')
})

test('a plain folder has none until somebody says where', async () => {
  await writeFile(join(root, 'a.md'), '# A\n')
  expect(await of({})).toMatchObject({ origin: null, start: null })
  expect((await of({}, 'http://localhost:5000')).origin).toBe('http://localhost:5000')
})
