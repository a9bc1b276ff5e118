import { describe, expect, test } from 'vitest'
import { rulesOf } from '../../../../shared/addresses/by-generator/rules-of'
import { pageOf } from '../../../../shared/addresses/map/page-names'
import { SiteMap } from '../../../../shared/addresses/map/site-map'
import { meaningOf } from '../../../../shared/addresses/meaning/meaning'
import {
  type LinkExample,
  type LinkedPost,
  type LinkedSite,
  linkTo,
  mannerBegun,
  mannerOf,
  usualManner,
} from '../../../../shared/addresses/spelling/link-spelling'
import type { SiteLayout } from '../../../../shared/site/site-layout'

const site = (profile: LinkedSite['profile'], postsFolder = 'posts', basePath = ''): LinkedSite => ({
  profile,
  postsFolder,
  basePath,
})
const post = (id: string, slug: string, address?: string): LinkedPost => ({
  id,
  slug,
  ...(address === undefined ? {} : { address }),
})
const example = (target: string, to = post('old.md', 'old')): LinkExample => ({
  reference: { kind: 'link', target },
  from: 'here.md',
  to,
})

test('each generator has its manner', () => {
  expect(linkTo(post('a.md', 'a', '/posts/a'), 'here.md', usualManner(site('next')), site('next'))).toBe(
    '/posts/a',
  )
  const hugo = site('hugo', 'content/posts')
  expect(linkTo(post('a.md', 'a'), 'here.md', usualManner(hugo), hugo)).toBe('{{< ref "/posts/a.md" >}}')
  const jekyll = site('jekyll', '.')
  expect(linkTo(post('_posts/2024-01-05-a.md', 'a'), '_posts/b.md', usualManner(jekyll), jekyll)).toBe(
    '{% post_url 2024-01-05-a %}',
  )
  expect(linkTo(post('x/a b.md', 'a b'), 'y/here.md', usualManner(site('plain')), site('plain'))).toBe(
    '../x/a%20b.md',
  )
})

test('links are written like those that stand there', () => {
  const next = site('next')
  const written = (target: string) =>
    linkTo(post('new.md', 'new'), 'here.md', 'address', next, example(target))
  expect(written('/blog/old')).toBe('/blog/new')
  expect(written('/blog/old/#part')).toBe('/blog/new/')
  expect(written('/notes/old.html')).toBe('/notes/new.html')
  expect(linkTo(post('new.md', 'new'), 'here.md', 'file', next, example('./old.md'))).toBe('./new.md')
})

test('an address with a date or a section is not copied from another post', () => {
  const hexo = site('hexo', 'source/_posts')
  const written = linkTo(
    post('new.md', 'new', '/2023/12/31/new/'),
    'here.md',
    'address',
    hexo,
    example('/2024/01/05/old/', post('old.md', 'old', '/2024/01/05/old/')),
  )
  expect(written).toBe('/2023/12/31/new/')
  const astro = site('astro', 'src/content/blog')
  expect(linkTo(post('tips/new.md', 'new'), 'here.md', 'address', astro, example('/blog/old/'))).toBe(
    '/blog/tips/new/',
  )
})

test('a site below a path has it in its addresses', () =>
  expect(linkTo(post('a.md', 'a', '/posts/a'), 'here.md', 'address', site('next', 'posts', '/me'))).toBe(
    '/me/posts/a',
  ))

test.each(['next', 'hugo', 'astro', 'plain', 'eleventy', 'jekyll', 'hexo', 'zola'] as const)(
  'every link of %s leads back to its post',
  (profile) => {
    const of: SiteLayout = {
      ...site(profile, 'content/posts'),
      publicFolders: [],
      imageFolders: [],
      address: null,
    }
    // If routes are code, an address cannot distinguish two posts with the same name.
    const others = rulesOf(of).isExact ? ['y/a.md'] : []
    const pages = ['x/a.md', 'y/here.md', ...others].map((id) =>
      pageOf({ path: `content/posts/${id}`, head: { date: '2024-01-05', title: id } }, of),
    )
    const map = new SiteMap(of, pages, new Set(pages.map(({ path }) => path)))
    const [to, from] = pages
    for (const manner of new Set(['file', 'address', usualManner(of)] as const)) {
      if (manner === 'jekyll-post') continue // it refers to posts in `_posts`
      const written = linkTo(post('x/a.md', 'a', to?.address ?? undefined), 'y/here.md', manner, of)
      const tag = /"(.*)"/.exec(written)?.[1]
      const reference =
        tag === undefined
          ? ({ kind: 'link', target: written, writtenIn: 'inline' } as const)
          : ({ kind: 'hugo-ref', target: tag, writtenIn: 'double', verbatim: true } as const)
      if (manner === 'address' && !to?.address) continue
      const meant = meaningOf(reference, { path: from?.path ?? '', page: from ?? null }, map)
      expect(meant, written).toMatchObject({ path: 'content/posts/x/a.md' })
    }
  },
)

test('what is begun and what stands there says the manner', () => {
  expect(['{{< ref', '{% post', '/blog', '../x', 'wor'].map((typed) => mannerBegun(typed, {}))).toEqual([
    'hugo-ref',
    'jekyll-post',
    'address',
    'file',
    null,
  ])
  expect(mannerOf({ kind: 'link', target: 'a.md' })).toBe('file')
  expect(mannerOf({ kind: 'link', target: '/blog/a' })).toBe('address')
  expect(mannerOf({ kind: 'hugo-ref', target: 'a' })).toBe('hugo-ref')
  expect(mannerOf({ kind: 'link', target: 'https://example.org' })).toBeNull()
})

test('a post with a slug in its head is linked by it, unless the site goes by the files', () => {
  const next = site('next')
  const shown = { ...post('new.md', 'new'), ownSlug: 'better' }
  const link = (of?: LinkExample) => linkTo(shown, 'here.md', 'address', next, of)
  expect(link()).toBe('/better')
  expect(link(example('/blog/old/'))).toBe('/blog/better/')
  const old = { ...post('old.md', 'old'), ownSlug: 'elder' }
  expect(link(example('/blog/elder', old))).toBe('/blog/better')
  expect(link(example('/blog/old', old))).toBe('/blog/new')
  expect(linkTo(post('new.md', 'new'), 'here.md', 'address', next, example('/blog/elder', old))).toBe(
    '/blog/new',
  )
  expect(linkTo(shown, 'here.md', 'file', next)).toBe('new.md')
})

describe('links by an alias', () => {
  const aliases = [
    { prefix: '@site/', folders: ['.'] },
    { prefix: '~/', folders: ['src'] },
  ]
  const docusaurus = { ...site('docusaurus', 'docs'), aliases }

  test.each([
    ['@', '@site/docs/a/b.md'],
    ['@site/do', '@site/docs/a/b.md'],
    ['~/', 'b.md'], // the post is not below this alias
  ])('%s is begun', (typed, written) => {
    expect(mannerBegun(typed, docusaurus)).toBe('alias')
    expect(linkTo(post('a/b.md', 'b'), 'a/here.md', 'alias', docusaurus, null, typed)).toBe(written)
  })

  test('an example gives its alias', () => {
    const like = example('@site/docs/old.md#x')
    expect(mannerOf(like.reference)).toBe('alias')
    expect(linkTo(post('a/two words.md', 'x'), 'here.md', 'alias', docusaurus, like)).toBe(
      '@site/docs/a/two%20words.md',
    )
  })

  test.each(['@site', 'x', '~a/b', '/@site/'])('%s is none', (typed) =>
    expect(mannerBegun(typed === '@site' ? '@sites' : typed, docusaurus)).not.toBe('alias'),
  )
})
