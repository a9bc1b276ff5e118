import { writeFile } from 'node:fs/promises'
import { describe, expect, test } from 'vitest'
import { runCli } from '../../../electron/cli/run-cli'
import { exportPost } from '../../../electron/export/export-post'
import { detectSite } from '../../../electron/site/detect-site'
import { headRulesOf } from '../../../shared/generators/head-rules'
import { featuresFor } from '../../../shared/generators/markdown-features'
import { renderPost } from '../../../shared/markdown/page/render-post'
import { withTempSites } from '../../support/temp-site'

const tempSite = withTempSites()

/** Whether list, page, exported file and edit read the lines above a text as front matter. */
const heads = async (text: string, configuration: Readonly<Record<string, string>>) => {
  const temp = await tempSite({ ...configuration, 'content/review.md': text })
  const site = await detectSite(temp.root)
  const out: string[] = []
  const terminal = { cwd: temp.root, out: (line: string) => void out.push(line), err: () => undefined }
  await runCli(['get', 'content/review.md'], terminal, '1')
  const features = featuresFor(site)
  const page = renderPost(text, {
    features,
    heads: headRulesOf(site).heads,
    assetUrl: () => null,
    remoteImages: 'hold',
  })
  const file = await exportPost({ site, postId: 'review.md', text, wordsPerMinute: 230 })
  const edited = await runCli(['set', 'content/review.md', 'rating=5'], terminal, '1')
  await writeFile(temp.path('content/review.md'), text)
  const isText = (html: string) => /<p>(?:<[^>]*>)*title:/i.test(html)
  return { list: out.length > 0, page: !isText(page.html), file: !isText(file.html), edit: edited === 0 }
}

const all = { list: true, page: true, file: true, edit: true }
const none = { list: false, page: false, file: false, edit: false }

describe('lines of keys above a text', () => {
  test.each([
    ['a title alone', 'Title: The Hobbit\n\nA review.\n'],
    ['a title and an author', 'Title: The Hobbit\nAuthor: J. R. R. Tolkien\n\nA review.\n'],
    ['a title in lower case and a word', 'title: The Hobbit\nRating: 5\n\nA review.\n'],
  ])('%s are text where no generator is known, and a head to Pelican', async (_name, text) => {
    expect(await heads(text, {})).toEqual(none)
    expect(await heads(text, { 'pelicanconf.py': "SITENAME = 'A'\n" })).toEqual(all)
  })

  test.each([
    ['a date', 'Title: The Hobbit\nDate: 2024-01-05\n\nA review.\n'],
    ['tags', 'Title: The Hobbit\nTags: books\n\nA review.\n'],
  ])('with %s they are a head anywhere', async (_name, text) => expect(await heads(text, {})).toEqual(all))
})
