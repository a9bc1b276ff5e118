import { afterEach, expect, test } from 'vitest'
import { checkFolder } from '../../../../electron/library/checks/check-folder'
import { otherAddresses } from '../../../../electron/library/checks/other-addresses'
import { detectSite } from '../../../../electron/site/detect-site'
import { type TempSite, tempSite } from '../../../support/temp-site'
import { writeSite } from '../../../support/write-site'

let site: TempSite
afterEach(() => site?.remove())

const addressesOf = async (files: Readonly<Record<string, string>>, open = '.') => {
  site = await tempSite(files)
  return otherAddresses(await detectSite(site.path(open)))
}

const head = (field: string) => `---\ntitle: T\n${field}\n---\nx\n`
const hugo = { 'hugo.toml': 'baseURL = "https://example.org/"\n', 'content/posts/a.md': head('') }
const jekyll = { '_config.yml': 'url: https://example.org\n', '_posts/2024-01-02-a.md': head('') }

test.each([
  [
    'a page with an address of its own',
    { ...hugo, 'content/about.md': head('url: /posts/about-us/') },
    '/posts/about-us/',
  ],
  ['a former address', { ...hugo, 'content/about.md': head('aliases: [/posts/former]') }, '/posts/former/'],
  ['a section among the posts', { ...hugo, 'content/posts/deep/_index.md': head('') }, '/posts/deep/'],
  ['a page at its path', { ...hugo, 'content/docs/old.md': head('') }, '/docs/old'],
  [
    'a page in HTML',
    { ...jekyll, 'blog/all.html': head('permalink: /blog/everything/') },
    '/blog/everything/',
  ],
  ['a computed address', { ...jekyll, 'tags.html': head('permalink: /blog/{{ page }}/') }, '/blog/x/'],
  ['_redirects', { ...hugo, 'static/../_redirects': '/posts/old /posts/a\n' }, '/posts/old/'],
  ['_redirects with a star', { ...hugo, _redirects: '/posts/old/* /posts/a\n' }, '/posts/old/x/'],
  [
    'netlify.toml',
    { ...hugo, 'netlify.toml': '[[redirects]]\nfrom = "/posts/old"\nto = "/posts/a/"\n' },
    '/posts/old',
  ],
  [
    'vercel.json',
    { ...hugo, 'vercel.json': '{"redirects":[{"source":"/posts/:name/old"}]}' },
    '/posts/x/old',
  ],
  [
    'vercel.json with several names in a part',
    { ...hugo, 'vercel.json': '{"redirects":[{"source":"/posts/:year-:month/old"}]}' },
    '/posts/2024-01/old',
  ],
  [
    'more redirects than are read',
    { ...hugo, _redirects: '/a /b\n'.repeat(20_000), 'b.html': 'x' },
    '/posts/x/',
  ],
])('%s', async (_name, files, address) => expect((await addressesOf(files)).has(address)).toBe(true))

test.each([
  ['a post', hugo, '/posts/a/'],
  ['no page', { ...hugo, 'content/about.md': head('url: /posts/about-us/') }, '/posts/about/'],
  ['below a redirect without a star', { ...hugo, _redirects: '/posts/old /posts/a\n' }, '/posts/old/x/'],
  ['a page of packages or output', { ...hugo, 'node_modules/x/a.md': head('url: /posts/x/') }, '/posts/x/'],
  [
    'the address in a redirect to another host',
    { ...hugo, _redirects: '/a https://x.org/posts/old\n' },
    '/posts/old',
  ],
  [
    'a redirect with many names in a part',
    { ...hugo, _redirects: `/${':a-'.repeat(90)} /posts/a\n/${':b'.repeat(140)} /posts/a\n` },
    `/${'x-'.repeat(40)}/y`,
  ],
])('not %s', async (_name, files, address) => expect((await addressesOf(files)).has(address)).toBe(false))

test('what was read is kept until it is forgotten', async () => {
  const others = await addressesOf(hugo)
  expect(others.has('/posts/new/')).toBe(false)
  await writeSite(site.root, { 'content/new.md': head('url: /posts/new/') })
  expect(others.has('/posts/new/')).toBe(false)
  others.forget()
  expect(others.has('/posts/new/')).toBe(true)
})

test('a folder is checked with the pages outside its posts', async () => {
  site = await tempSite({
    ...jekyll,
    '_posts/2024-01-03-b.md': `${head('')}[a](/2020/01/02/gone.html) [b](/2020/01/02/moved.html) [c](/2020/01/02/page.html)\n`,
    'page.md': head('permalink: /2020/01/02/page.html'),
    _redirects: '/2020/01/02/moved.html /about/\n',
  })
  const { posts } = await checkFolder({ site: await detectSite(site.root) })
  const dead = posts.flatMap(({ findings }) => findings.filter(({ check }) => check === 'link-post'))
  expect(dead.map(({ message }) => /\S*gone\S*|\S*moved\S*|\S*page\S*/.exec(message)?.[0])).toHaveLength(1)
  expect(dead[0]?.message).toContain('gone.html')
})
