import { describe, expect, test } from 'vitest'
import { generatorOf, generators } from '../../../shared/generators/generators'
import type { GeneratorId } from '../../../shared/generators/shape/generator-id'
import { isRemoteReference } from '../../../shared/site/asset-reference'
import { assetCandidates } from '../../../shared/site/resolve-asset'
import type { SiteLayout } from '../../../shared/site/site-layout'
import { slugOfPost } from '../../../shared/site/slug'
import { fc } from '../../support/properties'

const layout = (profile: GeneratorId, more: Partial<SiteLayout> = {}): SiteLayout => ({
  profile,
  postsFolder: generatorOf(profile).folders.posts[0] ?? '.',
  publicFolders: generatorOf(profile).folders.public,
  imageFolders: generatorOf(profile).folders.images,
  basePath: '',
  address: null,
  ...more,
})

const candidates = (
  profile: GeneratorId,
  postId: string,
  reference: string,
  more: Partial<SiteLayout> = {},
  typoraRootUrl?: string,
) => {
  const site = layout(profile, more)
  return assetCandidates({ reference, postId, slug: slugOfPost(postId, profile), site, typoraRootUrl })
}

describe('the likeliest place comes first', () => {
  test.each([
    ['next', 'docker.md', 'docker-k8s.png', 'public/images/posts/docker/docker-k8s.png'],
    ['next', 'docker.md', './a.png', 'public/images/posts/docker/a.png'],
    ['next', 'docker.md', '/images/site/a.png', 'public/images/site/a.png'],
    ['next', 'docker.md', '../images/a.png', 'images/a.png'],
    ['next-starter', 'hello.md', '/assets/blog/hello/cover.jpg', 'public/assets/blog/hello/cover.jpg'],
    ['astro', 'first.md', './hero.png', 'src/content/blog/hero.png'],
    ['astro', 'first.md', '../../assets/hero.png', 'src/assets/hero.png'],
    ['astro', 'first.md', '/hero.png', 'public/hero.png'],
    ['astro', 'first.md', '~/assets/hero.png', 'public/src/assets/hero.png'],
    ['hugo', 'trip/index.md', 'boat.jpg', 'content/posts/trip/boat.jpg'],
    ['hugo', 'trip.md', '/img/boat.jpg', 'static/img/boat.jpg'],
    ['jekyll', '2024-01-05-trip.md', '/assets/boat.jpg', 'assets/boat.jpg'],
    ['jekyll', '2024-01-05-trip.md', '{{ site.baseurl }}/assets/boat.jpg', 'assets/boat.jpg'],
    ['jekyll', '2024-01-05-trip.md', "{{ '/assets/boat.jpg' | relative_url }}", 'assets/boat.jpg'],
    ['jekyll', '2024-01-05-trip.md', '{{ "/assets/boat.jpg" | absolute_url }}', 'assets/boat.jpg'],
    ['jekyll', '2024-01-05-trip.md', '%7B%7Bsite.baseurl%7D%7D/assets/boat.jpg', 'assets/boat.jpg'],
    ['eleventy', 'trip.md', './boat.jpg', 'content/blog/boat.jpg'],
    ['hexo', 'trip.md', 'boat.jpg', 'source/_posts/trip/boat.jpg'],
    ['hexo', 'trip.md', '/images/boat.jpg', 'source/images/boat.jpg'],
    ['gridea', 'trip.md', '/post-images/1.png', 'post-images/1.png'],
    ['plain', 'trip.md', 'boat.jpg', 'posts/boat.jpg'],
  ] as const)('%s %s %s', (profile, id, reference, first) =>
    expect(candidates(profile, id, reference)[0]).toBe(first),
  )
})

describe('every place is tried', () => {
  test('beside the post, in a folder of its name, in the public folder', () =>
    expect(candidates('next', 'deep/docker.md', 'a.png')).toEqual(
      expect.arrayContaining([
        'public/images/posts/docker/a.png',
        'posts/deep/a.png',
        'posts/deep/docker/a.png',
        'public/a.png',
        'a.png',
      ]),
    ))

  test('the site folder too, for authors who write it down', () => {
    expect(candidates('next', 'a.md', 'public/images/x.png')).toContain('public/images/x.png')
    expect(candidates('hugo', 'a.md', '/static/x.png')).toContain('static/x.png')
    expect(candidates('astro', 'a.md', '@/assets/x.png')).toContain('src/assets/x.png')
    expect(candidates('astro', 'a.md', '/src/assets/x.png')).toContain('src/assets/x.png')
  })

  test("a site's own base path is not part of the file", () => {
    const site = { basePath: '/blog', address: 'https://me.example' }
    expect(candidates('hugo', 'a.md', '/blog/x.png', site)[0]).toBe('static/x.png')
    expect(candidates('hugo', 'a.md', 'https://me.example/blog/x.png', site)[0]).toBe('static/x.png')
    expect(candidates('hugo', 'a.md', 'https://me.example.org/x.png', site)).toEqual([])
  })

  test('typora-root-url is a hint for references from the top', () => {
    expect(candidates('next', 'a.md', '/x.png', {}, '../public/media')[0]).toBe('public/media/x.png')
    expect(candidates('next', 'a.md', '/x.png', {}, '..')[0]).toBe('x.png')
    expect(candidates('next', 'a.md', '/x.png', {}, '../../..')[0]).toBe('public/x.png')
  })
})

describe('spellings', () => {
  const first = (reference: string) => candidates('plain', 'a.md', reference, { postsFolder: '.' })[0]
  test.each([
    ['my%20image.png', 'my image.png'],
    ['my image.png', 'my image.png'],
    ['x.png?v=2#frag', 'x.png'],
    ['img\\sub\\x.png', 'img/sub/x.png'],
    ['.\\x.png', 'x.png'],
    ['100%.png', '100%.png'],
    ['100%25.png', '100%.png'],
    ['%D7%A9.png', 'ש.png'],
    ['  x.png  ', 'x.png'],
    ['a//b.png', 'a/b.png'],
  ])('%s means %s', (reference, path) => expect(first(reference)).toBe(path))

  test('a mark that could be a fragment may also be a letter of the name', () =>
    expect(candidates('plain', 'a.md', 'C# logo.png', { postsFolder: '.' })).toContain('C# logo.png'))
})

describe('what is not a file of the site has no place', () => {
  test.each([
    'https://example.org/x.png',
    'HTTP://example.org/x.png',
    '//example.org/x.png',
    '\\\\host\\share\\x.png',
    '%5C%5Chost%5Cshare%5Cx.png',
    '%2f%2fhost/x.png',
    'data:image/png;base64,AAAA',
    'file:///etc/passwd.png',
    'C:\\Windows\\x.png',
    'javascript:alert(1)',
    'blob:x',
    '../../../../../etc/shadow.png',
    '..\\..\\..\\..\\..\\etc\\shadow.png',
    'a\u0000.png',
    '',
    '.',
    '..',
    '/',
    'x'.repeat(5000),
  ])('%j', (reference) => expect(candidates('plain', 'a.md', reference, { postsFolder: '.' })).toEqual([]))

  test('remote references are known as such', () => {
    expect(['https://x.y/z', '//x/y', '\\\\x\\y', ' ftp://x'].map(isRemoteReference)).toEqual([
      true,
      true,
      true,
      true,
    ])
    expect(['x.png', '/x.png', 'data:x', '../x'].map(isRemoteReference)).toEqual([false, false, false, false])
  })
})

test('no candidate ever leaves the site', () => {
  const piece = fc.constantFrom(
    '..',
    '.',
    '/',
    '\\',
    '%2e%2e',
    '%2f',
    '%5c',
    'a',
    'b.png',
    '{{site.baseurl}}',
    '?',
    '#',
    '%',
    ' ',
    '~',
    '@',
    ':',
  )
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 14 }), fc.constantFrom(...generators), (pieces, { id }) => {
      const outside = candidates(id, 'x/post.md', pieces.join('')).filter((path) =>
        path.split('/').some((part) => part === '..' || part === ''),
      )
      return outside.length === 0
    }),
    { numRuns: 1000 },
  )
})
