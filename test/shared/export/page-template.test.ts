import { describe, expect, test } from 'vitest'
import { type ExportedPage, pageHtml } from '../../../shared/export/page-template'

const page: ExportedPage = {
  title: 'A title',
  heading: ['A title'],
  description: 'What it is about',
  language: 'en-GB',
  direction: 'ltr',
  date: '15 October 2023',
  isoDate: '2023-10-15',
  minutes: 4,
  featured: true,
  author: 'Ann Author',
  tags: ['docker', 'k8s'],
  address: 'https://me.example/posts/a',
  cardImage: 'https://me.example/images/a.png',
  hero: '<img src="data:image/png;base64,AAAA" alt="">',
  body: '<p>Text</p>',
  styles: ['body { color: red }'],
  imageHosts: [],
}
const bare: ExportedPage = {
  ...page,
  description: '',
  date: '',
  isoDate: '',
  minutes: 0,
  featured: false,
  author: '',
  tags: [],
  address: null,
  cardImage: null,
  hero: '',
}

describe('the head of the page', () => {
  test('says all that the post says', () => {
    const html = pageHtml(page)
    for (const line of [
      '<html lang="en-GB" dir="ltr">',
      '<title>A title</title>',
      '<meta name="description" content="What it is about">',
      '<meta name="author" content="Ann Author">',
      '<link rel="canonical" href="https://me.example/posts/a">',
      '<meta property="og:title" content="A title">',
      '<meta property="og:image" content="https://me.example/images/a.png">',
      '<meta property="og:locale" content="en_GB">',
      '<meta property="article:published_time" content="2023-10-15">',
      '<meta property="article:tag" content="k8s">',
      '<meta name="twitter:card" content="summary_large_image">',
      '<time dir="auto" datetime="2023-10-15">15 October 2023</time>',
      '4 min read',
      '★ Featured',
    ])
      expect(html).toContain(line)
  })

  test('says nothing that the post does not say', () => {
    const html = pageHtml(bare)
    expect(html).not.toMatch(
      /canonical|og:image|og:url|name="author"|description|<time|min read|Featured|content=""/,
    )
    expect(html).toContain('<meta name="twitter:card" content="summary">')
  })

  test('forbids scripts and requests before anything else is read', () => {
    const html = pageHtml(page)
    const policy = /http-equiv="content-security-policy" content="([^"]*)"/.exec(html)?.[1] ?? ''
    expect(policy).toContain('default-src &#39;none&#39;')
    expect(policy).toContain('img-src data:;')
    expect(policy).not.toContain('script-src')
    expect(html.indexOf('content-security-policy')).toBeLessThan(html.indexOf('<title>'))
  })

  test('lets in images of the hosts that the post names, and only those', () =>
    expect(pageHtml({ ...page, imageHosts: ['https://img.example'] })).toContain(
      'img-src data: https://img.example;',
    ))
})

describe('nothing that a post says becomes markup', () => {
  const evil = `"><script>alert(1)</script><x y='`
  test('in any text', () => {
    const html = pageHtml({
      ...page,
      title: evil,
      description: evil,
      author: evil,
      tags: [evil],
      date: evil,
      language: evil,
      isoDate: evil,
      address: evil,
      cardImage: evil,
      imageHosts: [evil],
    })
    expect(html).not.toContain('<script')
    expect(html).not.toContain('<x')
    expect(html).toContain('<title>&quot;&gt;&lt;script&gt;')
  })

  test('in a style sheet', () =>
    expect(
      pageHtml({ ...page, styles: ['a::after { content: "</style><script>alert(1)</script>" }'] }),
    ).not.toMatch(/<\/style><script>/))

  test('control characters and broken pairs are left out', () =>
    expect(pageHtml({ ...page, title: 'a\u0000b\ud800c\u0007' })).toContain('<title>abc</title>'))
})
