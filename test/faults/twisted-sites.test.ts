import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { detectSite } from '../../electron/site/detect-site'
import { usualStyles } from '../../electron/site/site-styles'
import { renderPost } from '../../shared/markdown/page/render-post'
import { can } from '../support/fault-tools'
import { withLibraries } from '../support/libraries'
import { renderers } from '../support/renderers'
import { tryOne } from '../support/trial'

const { temp, open } = withLibraries()

const put = (name: string, text: string | Buffer) => {
  const path = join(temp(), name)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  return path
}
const post = (head: string, body = 'Words\n') => `---\n${head}\n---\n\n${body}`

/** An anchor that doubles with each line: 30 lines would be a billion items. */
const bomb = [
  'a0: &a0 [x, x]',
  ...Array.from({ length: 30 }, (_, n) => `a${n + 1}: &a${n + 1} [*a${n}, *a${n}]`),
].join('\n')
const keys = (count: number, sign: string) =>
  Array.from({ length: count }, (_, n) => `key${n}${sign}${n}`).join('\n')
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

/** Files that a site may have, each with one well-formed post beside it. */
const twisted: Readonly<Record<string, () => unknown>> = {
  '.gitignore of 5 MB': () =>
    put('.gitignore', Array.from({ length: 300_000 }, (_, n) => `/build-${n}/**`).join('\n')),
  '.gitignore of one pattern of 100,000 stars': () => put('.gitignore', '*a'.repeat(100_000)),
  'postwright.json of 10 MB': () =>
    put('postwright.json', `{ "fields": { "a": { "label": "${'x'.repeat(1e7)}" } } }`),
  'postwright.json of 100,000 brackets': () => put('postwright.json', nested(100_000)),
  'package.json of 20 MB': () =>
    put('package.json', `{ "dependencies": { "astro": "5", "x": "${'x'.repeat(2e7)}" } }`),
  'package.json of 100,000 brackets': () => put('package.json', nested(100_000)),
  '_config.yml that doubles its anchors': () => put('_config.yml', bomb),
  'hugo.toml of 5 MB': () => put('hugo.toml', keys(300_000, ' = ')),
  'hugo.toml of 50,000 brackets': () => put('hugo.toml', `a = ${nested(50_000)}`),
  'a style sheet of 30 MB': () => put('public/style.css', '.a{b:c}'.repeat(4_500_000)),
  'a config of 100,000 opened brackets': () =>
    put('astro.config.mjs', `export default ${'{a:['.repeat(50_000)}`),
  'a post with a head that doubles its anchors': () => put('posts/odd.md', post(bomb)),
  'a post with a head of 40,000 keys': () => put('posts/odd.md', post(keys(40_000, ': '))),
  'a post with a head of 30,000 brackets': () => put('posts/odd.md', post(`a: ${nested(30_000)}`)),
  'a post with a head of 1 MB of TOML': () =>
    put('posts/odd.md', `+++\n${keys(60_000, ' = ')}\n+++\n\nWords\n`),
  'a post with a head of JSON of 30,000 brackets': () =>
    put('posts/odd.md', `{ "a": ${nested(30_000)} }\n\nWords\n`),
  'a post with a head that never ends': () => put('posts/odd.md', `---\n${'a: b\n'.repeat(200_000)}`),
  'a post of 10,000 quotes in each other': () =>
    put('posts/odd.md', post('title: Odd', `${'> '.repeat(10_000)}a\n`)),
  'a post of 10,000 lists in each other': () =>
    put('posts/odd.md', post('title: Odd', `${'- '.repeat(10_000)}a\n`)),
  'a post of 60 MB without a byte': () => truncateSync(put('posts/odd.md', ''), 60_000_000),
  'a post in UTF-16': () => put('posts/odd.md', Buffer.from(`\ufeff${post('title: Odd')}`, 'utf16le')),
  'a post that is a named pipe': () => execFileSync('mkfifo', [join(temp(), 'posts/odd.md')]),
  'a post that is a folder': () => mkdirSync(join(temp(), 'posts/odd.md/b.md'), { recursive: true }),
  'links that go in a circle': () => {
    symlinkSync('b.md', join(temp(), 'posts/a.md'))
    symlinkSync('a.md', join(temp(), 'posts/b.md'))
    symlinkSync('.', join(temp(), 'posts/again'))
    symlinkSync('../..', join(temp(), 'posts/above'))
  },
  'a post with a name of 255 bytes': () => put(`posts/${'n'.repeat(252)}.md`, post('title: Odd')),
  'a post with a line break in its name': () => put('posts/a\nb.md', post('title: Odd')),
  'folders 200 deep': () => put(`posts/${'d/'.repeat(200)}deep.md`, post('title: Odd')),
}

describe.runIf(can('making a named pipe', process.platform !== 'win32'))('a site opens beside', () => {
  test.for(Object.entries(twisted))('%s', async ([, make]) => {
    put('posts/well.md', post('title: Well'))
    make()
    await tryOne('Sites with twisted files', async () => {
      const site = await detectSite(temp())
      await usualStyles(site)
      const opened = await open(join(temp(), 'posts'), {
        site: { ...site, postsRoot: join(temp(), 'posts') },
      })
      expect(opened.posts.get('well.md')).toMatchObject({ title: 'Well', problems: [] })
      const request = { text: 'words', wholeWord: true, matchCase: false, regex: false, limit: 10 }
      expect((await opened.library.search(request)).hits.map(({ id }) => id)).toContain('well.md')
    })
  })
})

const deep = 4_000

test.for(['> ', '- ', '1. ', '* > ', '[', '![', '*', '`', '<b>'])(
  'a page of thousands of %j in each other is drawn by every generator',
  { timeout: 60_000 },
  (unit) => {
    for (const features of Object.values(renderers)) {
      const { html } = renderPost(`${unit.repeat(deep)}a\n`, {
        features,
        assetUrl: () => null,
        remoteImages: 'show',
      })
      expect(html.length).toBeGreaterThan(0)
      expect(html.length).toBeLessThan(3_000_000)
    }
  },
)
