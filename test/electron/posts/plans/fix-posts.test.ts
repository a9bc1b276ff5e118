import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { LiveChecks } from '../../../../electron/library/checks/live/live-checks'
import { planFixes } from '../../../../electron/posts/plans/fix-posts'
import { detectSite } from '../../../../electron/site/detect-site'
import { emptySchema } from '../../../../shared/front-matter/schema/site-schema'
import { withTempFolder } from '../../../support/temp-folder'

const folder = withTempFolder()

/** Fixes all findings of a check in a post of a small Hugo site; returns the bytes of its file as Latin-1. */
const fixed = async (check: string, bytes: string): Promise<string> => {
  const files: Readonly<Record<string, string>> = {
    'hugo.toml': 'baseURL = "https://fern.example.net/"\n',
    'static/images/map.png': 'x',
    'content/posts/other.md': '---\ntitle: Other\n---\n\n## Part\n',
    'content/posts/one.md': bytes,
  }
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder(), path)), { recursive: true })
    await writeFile(join(folder(), path), Buffer.from(text, 'latin1'))
  }
  const site = await detectSite(folder())
  const silent = () => undefined
  const checks = new LiveChecks({ site, onFindings: silent, onProgress: silent, onNote: silent })
  const posts = ['one.md', 'other.md'].map((id) => ({ id, modifiedMs: 1, size: 1 }))
  checks.look(posts, emptySchema)
  await checks.settled()
  const { steps, refused } = await planFixes(site.postsRoot, await checks.fixesOf(check))
  expect(refused).toEqual([])
  expect(steps).toHaveLength(1)
  return steps.map((step) => (step.kind === 'write' ? Buffer.from(step.after).toString('latin1') : '')).join()
}

const bom = '\u{ef}\u{bb}\u{bf}'
const yaml = '---\ntitle: "One" # a comment\ntags: [ a,  b ]\n---\n\n'
const crlf = (text: string) => text.replaceAll('\n', '\r\n')

test.each([
  ['CRLF', 'image-missing', crlf(`${yaml}Text.\n\n![A view](/images/mapp.png)\n`), 'mapp', 'map'],
  [
    'CRLF in two lines',
    'fence-open',
    crlf(`${yaml}\`\`\`js\na\n`),
    '```js\r\na\r\n',
    '```js\r\na\r\n```\r\n',
  ],
  ['CRLF without an end', 'heading-order', crlf(`${yaml}## A\n\n#### B`), '####', '###'],
  ['mixed line ends', 'link-malformed', `${yaml}a\r\nb\n[c](https:/d.dev/)\r\ne\n`, 'https:/', 'https://'],
  ['a lone CR', 'link-bare', `${yaml}a\rb https://d.dev/x c\n`, 'https://d.dev/x', '<https://d.dev/x>'],
  ['a BOM', 'link-anchor', `${bom}${yaml}[a](/posts/other/#parts)\n`, '#parts', '#part'],
  ['a BOM with CRLF', 'reference-unused', crlf(`${bom}${yaml}a\n\n[b]: /c\n`), '[b]: /c\r\n', ''],
  [
    'no end of the last line',
    'link-insecure',
    `${yaml}[a](http://fern.example.net/a?b&c)`,
    'http:',
    'https:',
  ],
  ['tabs', 'image-missing', `${yaml}-\ta\n\n\t![A view](/images/mapp.png)\t\n`, 'mapp', 'map'],
  [
    'bytes that are not UTF-8',
    'image-missing',
    `${yaml}caf\u{e9} ![A view](/images/mapp.png) \u{ff}\n`,
    'mapp',
    'map',
  ],
  [
    'a TOML head',
    'image-missing',
    '+++\r\ntitle = "One" # x\r\n+++\r\n![A view](/images/mapp.png)\r\n',
    'mapp',
    'map',
  ],
  ['a JSON head', 'image-missing', '{ "title" : "One" }\n\n![A view](/images/mapp.png)\n', 'mapp', 'map'],
  [
    'a table in a quote',
    'link-anchor',
    `${yaml}> | a |\n> |---|\n> | [b](/posts/other/#parts) |\n`,
    '#parts',
    '#part',
  ],
  [
    'HTML',
    'image-missing',
    `${yaml}<p><img\tsrc='/images/mapp.png?a=1&amp;b' alt="A view"></p>\n`,
    'mapp',
    'map',
  ],
])('fixes in all posts change nothing else: %s', async (_name, check, before, old, now) => {
  expect(await fixed(check, before)).toBe(before.replace(old, now))
})
