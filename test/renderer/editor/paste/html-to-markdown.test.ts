import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { cleanHtml } from '../../../../renderer/editor/paste/clean-html'
import { htmlToMarkdown } from '../../../../renderer/editor/paste/html-to-markdown'
import { featuresOf } from '../../../../shared/markdown/options/presets'
import { renderPost } from '../../../../shared/markdown/page/render-post'

const folder = resolve(import.meta.dirname, '../../../fixtures/paste')
const sources = readdirSync(folder).filter((name) => name.endsWith('.html'))

/** The visible letters and digits, in order. */
const words = (html: string): string =>
  html
    .replace(/<(?:mark|var)[^>]*class="list-sign"[^>]*>.*?<\/var>/gs, '')
    .replace(/<annotation.*?<\/annotation>|<code class="math-source">.*?<\/code>/gs, '')
    .replace(/<[^>]*>/g, '')
    .replace(/&[a-z]+;|&#\d+;/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')

const render = (markdown: string): string =>
  renderPost(markdown, {
    features: { ...featuresOf('github'), highlight: false },
    assetUrl: () => null,
    remoteImages: 'show',
  }).html

test.each(sources)('%s becomes clean markdown that reads the same', (name) => {
  const html = readFileSync(join(folder, name), 'utf8')
  const markdown = htmlToMarkdown(html)
  expect(markdown).toBe(readFileSync(join(folder, name.replace('.html', '.md')), 'utf8').trimEnd())
  const copied = cleanHtml(html)
    .replace(/<div class="flex">python<\/div>/, '') // the label of a language
    .replace(/<a class="sdfootnotesym"[^>]*>\d+<\/a>/, '') // the number of a footnote
  if (name !== 'word.html') expect(words(render(markdown))).toBe(words(copied))
})

test('signs of markdown in copied words stay words, and no more is escaped than must be', () => {
  const same = (text: string) => render(htmlToMarkdown(`<p>${text}</p>`)).replace(/<\/?p>|\n/g, '')
  for (const text of [
    '*stars*',
    '_lines_',
    '# one',
    '- item',
    '1. item',
    '[a](b)',
    '`x`',
    '~~x~~',
    '+ x',
    '[^1]',
    '===',
  ])
    expect(same(text)).toBe(text)
  for (const text of ['snake_case', '5 * 3', 'a - b', '[brackets]', '10.5', 'a # b', 'C:\\dir'])
    expect(htmlToMarkdown(`<p>${text}</p>`)).toBe(text)
  expect(htmlToMarkdown('<p>&lt;b&gt; &amp;amp;</p>')).toBe('\\<b> \\&amp;')
})

test('nothing that runs or loads gets through', () => {
  const hostile =
    '<img src=x onerror=alert(1)><a href="javascript:alert(1)">x</a><iframe src="https://e.org"></iframe><style>a{}</style><svg onload=alert(1)><script>1</script></svg><b onclick="x()">words</b><a href="data:text/html,x">d</a>'
  const markdown = htmlToMarkdown(hostile)
  expect(markdown).not.toMatch(/javascript|onerror|onclick|iframe|alert|data:text/)
  expect(markdown).toContain('**words**')
})

const cases = resolve(import.meta.dirname, '../../../../../shared/cases/app')
test.skipIf(!existsSync(cases))(
  'the clipboards of the cases keep heading, marks, link, lists and tables',
  () => {
    const rich = htmlToMarkdown(readFileSync(join(cases, 'rich-clipboard.html'), 'utf8'))
    expect(rich).toBe(
      '## Why it works\n\nA **checklist** is _not_ a [document](https://example.com/doc); see `deploy.sh`.\n\n- one\n- two\n  - nested\n\n| A   | B   |\n| --- | --- |\n| 1   | 2   |',
    )
    const sheet = htmlToMarkdown(readFileSync(join(cases, 'spreadsheet-clipboard.html'), 'utf8'))
    expect(sheet).toBe('| Step | Owner | Minutes |\n| ---- | ----- | ------- |\n| Tag  | Ann   | 2       |')
  },
)

test('footnotes of Word and LibreOffice are those of the post, numbered on from its own', () => {
  const word =
    '<p>One<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a> two<a href="#_ftn2" name="_ftnref2">[2]</a>.</p><div id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1">[1]</a> First note.</p></div>'
  expect(htmlToMarkdown(word)).toBe('One[^1] two.\n\n[^1]: First note.')
  expect(htmlToMarkdown(word, undefined, new Set(['1', '2', 'x']))).toBe('One[^3] two.\n\n[^3]: First note.')
  expect(htmlToMarkdown('<p>a<a href="https://x.org/page#_ftn1">note</a> [^1] <code>[^2]</code></p>')).toBe(
    'a \\[^1] `[^2]`',
  )
})

test('cells that span rows keep the columns of the rows below', () => {
  const lines = (rows: string) => htmlToMarkdown(`<table>${rows}</table>`).split('\n')
  expect(
    lines(
      '<tr><td>a</td><td>b</td><td>c</td></tr><tr><td>1</td><td rowspan="3">2</td><td>3</td></tr><tr><td>4</td><td>5</td></tr><tr><td colspan="1">6</td></tr><tr><td>7</td></tr>',
    ).slice(2),
  ).toEqual(['| 1   | 2   | 3   |', '| 4   |     | 5   |', '| 6   |     |     |', '| 7   |     |     |'])
  expect(lines('<tr><td rowspan="2" colspan="2">a</td><td>b</td></tr><tr><td>c</td></tr>')).toEqual([
    '| a   |     | b   |',
    '| --- | --- | --- |',
    '|     |     | c   |',
  ])
  expect(
    lines('<tr><td rowspan="9999999" colspan="99999">a</td></tr><tr><td>b</td></tr>').length,
  ).toBeGreaterThan(0)
})
