import { describe, expect, test } from 'vitest'
import { usualChoices } from '../../../../shared/posts/post-rename'
import { changedSite } from '../../../support/changed-site'
import { expectLines, head, type Line, post } from '../../../support/expect-lines'
import { onePixelPng } from '../../../support/temp-site'

const hugoSite = { 'hugo.toml': 'baseURL="https://example.org/"\n', 'content/posts/old.md': post }
const old = { open: 'content/posts', rename: ['old.md', 'new'] } as const

describe('Hugo: languages, fields, and the rest of the site', () => {
  const languages = '[languages.en]\nweight=1\n[languages.fr]\nweight=2\n'

  test('the mark of a language is no part of the slug, and translations go along', async () => {
    const site = { 'hugo.toml': languages, 'content/posts/old.fr.md': post, 'content/posts/old.en.md': post }
    const lines: Line[] = [
      ['[a](/posts/old/) [b](/fr/posts/old/)', '[a](/posts/new/) [b](/fr/posts/new/)'],
      [
        '{{< ref "old.md" >}} {{< ref path="/posts/old" lang="fr" >}}',
        '{{< ref "new.md" >}} {{< ref path="/posts/new" lang="fr" >}}',
      ],
    ]
    const job = { open: 'content/posts', rename: ['old.en.md', 'new'] } as const
    const { changed, plan } = await expectLines(site, 'content/posts/a.en.md', lines, job)
    expect(plan?.offers.translations).toEqual(['old.fr.md'])
    expect(Object.keys(changed)).toContain('content/posts/new.fr.md')
    const alone: Line[] = [
      ['[a](/posts/old/)', '[a](/posts/new/)'],
      '[b](/fr/posts/old/) {{< ref path="/posts/old" lang="fr" >}}',
    ]
    const options = { choices: { ...usualChoices, translations: false } }
    await expectLines(site, 'content/posts/a.en.md', alone, { ...job, options })
  })

  test('a ref looks among the pages of its own language', () =>
    expectLines(
      { 'hugo.toml': languages, 'content/posts/old.fr.md': post, 'content/docs/old.md': post },
      'content/posts/a.en.md',
      [
        '[a]({{< ref "/posts/old" >}}) [b]({{< ref "old.md" >}})',
        ['[c]({{< ref path="/posts/old" lang="fr" >}})', '[c]({{< ref path="/posts/new" lang="fr" >}})'],
      ],
      { open: 'content/posts', rename: ['old.fr.md', 'new'] },
    ))

  test('a bundle in two languages stays one', async () => {
    const site = {
      'hugo.toml': languages,
      'content/posts/old/index.fr.md': `${head}![p](p.png)\n`,
      'content/posts/old/index.en.md': `${head}![p](p.png)\n`,
      'content/posts/old/p.png': onePixelPng,
    }
    const { changed, plan } = await expectLines(
      site,
      'content/posts/a.en.md',
      [['[a](/posts/old/) {{< ref "/posts/old" >}}', '[a](/posts/new/) {{< ref "/posts/new" >}}']],
      { open: 'content/posts', rename: ['old/index.en.md', 'new'] },
    )
    expect(plan?.id).toBe('new/index.en.md')
    expect(changed['content/posts/new/index.fr.md']).toBe(`${head}![p](p.png)\n`)
  })

  test('fields of a head that name pages', async () => {
    const site = {
      ...hugoSite,
      'content/posts/a.md':
        '---\naliases:\n  - /posts/old/\nrelated:\n  - /posts/old/ # see\nprev: posts/old.md\nnext: old\nlink: "[old](/posts/old/)"\ntags: [old]\ntitle: old\n---\n',
    }
    const { changed } = await changedSite(site, old)
    expect(changed['content/posts/a.md']).toBe(
      '---\naliases:\n  - /posts/old/\nrelated:\n  - /posts/new/ # see\nprev: posts/new.md\nnext: new\nlink: "[old](/posts/new/)"\ntags: [old]\ntitle: old\n---\n',
    )
  })

  test('links from outside the posts are found, and can be left out', async () => {
    const site = {
      ...hugoSite,
      'content/_index.md': '[old](/posts/old/)\n',
      'content/about.md': '{{< ref "posts/old.md" >}}\n',
      'layouts/index.html': '<a href="/posts/old/">x</a> {{ relref . "/posts/old" }}\n',
      'data/nav.yaml': '- url: /posts/old/\n',
      'static/_redirects': '/o /posts/old/ 301\n',
      'public/index.html': '<a href="/posts/old/">x</a>\n',
    }
    const { changed, plan, undone } = await changedSite(site, { ...old, open: '.' })
    expect(plan?.files.map(({ path, id }) => [path, id])).toEqual([
      ['content/_index.md', null],
      ['content/about.md', null],
      ['data/nav.yaml', null],
      ['layouts/index.html', null],
      ['static/_redirects', null],
    ])
    expect(changed['layouts/index.html']).toBe('<a href="/posts/new/">x</a> {{ relref . "/posts/new" }}\n')
    expect(changed['data/nav.yaml']).toBe('- url: /posts/new/\n')
    expect(changed['static/_redirects']).toBe('/o /posts/new/ 301\n')
    expect(undone).toEqual({})
    const keys = plan?.files.flatMap((file) => file.changes.map(({ key }) => key ?? '')) ?? []
    const rest = await changedSite(site, { ...old, open: '.', options: { excluded: new Set(keys) } })
    expect(Object.keys(rest.changed).sort()).toEqual(['content/posts/new.md', 'content/posts/old.md'])
  })
})
