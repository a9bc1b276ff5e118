import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { exportPost } from '../../electron/export/export-post'
import { detectSite } from '../../electron/site/detect-site'
import { htmlToMarkdown } from '../../renderer/editor/paste/html-to-markdown'
import { featuresFor } from '../../shared/generators/markdown-features'
import type { GeneratorId } from '../../shared/generators/shape/generator-id'
import { featuresOfFile } from '../../shared/markdown/options/presets'
import { renderPost } from '../../shared/markdown/page/render-post'
import { markdownOptions } from '../support/markdown-options'
import { openLibrary } from '../support/open-library'
import { casesInFolder, hasCases, namesOf } from '../support/shared-cases'

const { copy, text, temp } = casesInFolder()

const rendered = (name: string, generator: GeneratorId): string =>
  renderPost(text(name), { ...markdownOptions(), features: featuresOfFile(featuresFor(generator), name) })
    .html

describe.runIf(hasCases)('markdown', () => {
  test.each<GeneratorId>(['hugo', 'plain'])('braces stay, and nothing becomes a sign: %s', (generator) => {
    const html = rendered('markdown/02-03-braces-vanish-and-c-becomes-copyright.md', generator)
    const words = html.replace(/<[^>]*>/g, '')
    for (const kept of [
      'Hello {name}',
      'GET /users/{id}',
      '\\frac{a}{b}',
      '{alone}',
      'set {1,2}',
      'f() { return x }',
    ])
      expect(words).toContain(kept)
    expect(words).toContain('(a) one (b) two (c) three (tm)')
    expect(words).not.toMatch(/[©™]/)
  })

  test('Jekyll: as kramdown makes it', () => {
    const html = rendered('markdown/04-jekyll-kramdown-differs.md', 'jekyll')
    expect(html).toContain('\\(x^2\\)') // as kramdown outputs it for MathJax
    expect(html).toContain('$y$')
    expect(html).toContain('$HOME/bin:$PATH')
    expect(html).toContain('id="bb"')
    expect(html).toContain('<em>em</em>')
    expect(html).toMatch(/<table/)
    expect(html).not.toContain('hidden words')
    expect(html).toMatch(/puts \*1\*/)
  })

  test('MDX: comments are not shown', () => {
    const html = rendered('markdown/05-mdx-comments-shown-and-exported.mdx', 'astro')
    for (const shown of [html, rendered('markdown/05-mdx-comments-shown-and-exported.mdx', 'docusaurus')]) {
      expect(shown).toContain('Before')
      expect(shown).toMatch(/After\s+text/)
      expect(shown).not.toMatch(/private note|heading inside|inline/)
    }
  })

  test('Hexo: line breaks stay, single tildes strike through, dollars are text', () => {
    const html = rendered('markdown/06-hexo-breaks-tilde-math.md', 'hexo')
    expect(html).toMatch(/line one<br\s*\/?>\s*line two/)
    expect(html).toContain('$HOME/bin:$PATH')
    // marked reads a single tilde as strikethrough, also inside words.
    expect(html).toContain('10<del>20人，30</del>40人')
    expect(html).not.toContain('<math>')
  })

  test('every case of markdown is one of these', () => {
    expect(namesOf('markdown').filter((name) => !/^(?:02-03|04|05|06)-/.test(name))).toEqual([])
  })
})

describe.runIf(hasCases)('the app', () => {
  test('code on a page from right to left stands from left to right', async () => {
    const opened = await detectSite(copy('app'))
    const name = 'rtl-page-code-block-shown-right-to-left.md'
    const { html } = await exportPost({
      site: opened,
      postId: name,
      text: text(`app/${name}`),
      wordsPerMinute: 230,
    })
    expect(html).toMatch(/<html[^>]*lang="he"[^>]*dir="rtl"/)
    const [, rule] = /:is\(\s*pre,\s*code,[^{]*\{([^}]*)\}/.exec(html) ?? []
    expect(rule).toMatch(/direction: ltr;\s*unicode-bidi: isolate;/)
  })

  test('clipboards become markdown', () => {
    const rich = htmlToMarkdown(text('app/rich-clipboard.html'))
    for (const part of [
      '## Why it works',
      '**checklist**',
      '](https://example.com/doc)',
      '`deploy.sh`',
      '| A   | B   |',
    ])
      expect(rich).toContain(part)
    expect(htmlToMarkdown(text('app/spreadsheet-clipboard.html'))).toMatch(
      /\| Step *\| Owner *\| Minutes *\|/,
    )
  })

  test('both files of a folder that was made two levels at once are listed', async () => {
    expect(text('app/watch-nested-new-folder.sh')).toContain('mkdir -p posts/fresh/dir')
    const folder = join(temp(), 'posts')
    mkdirSync(folder)
    writeFileSync(join(folder, 'x.md'), '---\ntitle: X\n---\n')
    const opened = openLibrary(folder, { watch: true })
    await opened.library.watching()
    mkdirSync(join(folder, 'fresh/dir'), { recursive: true })
    writeFileSync(join(folder, 'fresh/dir/y.md'), '---\ntitle: Y\n---\n')
    await opened.until(() => opened.posts.has('fresh/dir/y.md'), 'the first file is listed')
    await pause(500)
    writeFileSync(join(folder, 'fresh/dir/z.md'), '---\ntitle: Z\n---\n')
    await opened.until(() => opened.posts.has('fresh/dir/z.md'), 'the second file is listed')
    await opened.library.close()
  })
})
