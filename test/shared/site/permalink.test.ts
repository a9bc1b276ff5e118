import { expect, test } from 'vitest'
import { generatorOf } from '../../../shared/generators/generators'
import type { GeneratorId } from '../../../shared/generators/shape/generator-id'
import { addressOf, newPostId, permalinkOf } from '../../../shared/site/permalink'
import type { SiteLayout } from '../../../shared/site/site-layout'

const layout = (profile: GeneratorId, more: Partial<SiteLayout> = {}): SiteLayout => ({
  profile,
  postsFolder: generatorOf(profile).folders.posts[0] ?? '.',
  publicFolders: [],
  imageFolders: [],
  basePath: '',
  address: null,
  ...more,
})

test.each([
  ['next', 'docker.md', {}, '/posts/docker'],
  ['next-starter', 'docker.md', {}, '/posts/docker'],
  ['astro', 'docker.md', {}, '/blog/docker/'],
  ['astro', '2024/docker.md', {}, '/blog/2024/docker/'],
  ['hugo', 'docker.md', {}, '/posts/docker/'],
  ['hugo', 'docker/index.md', {}, '/posts/docker/'],
  ['hugo', 'docker.md', { slug: 'whales' }, '/posts/whales/'],
  ['jekyll', '2024-01-05-docker.md', {}, '/2024/01/05/docker.html'],
  ['jekyll', '2024-01-05-docker.md', { date: '2023-12-31' }, '/2023/12/31/docker.html'],
  ['jekyll', '2024-01-05-docker.md', { permalink: '/here/' }, '/here/'],
  ['jekyll', '2024-01-05-docker.md', { permalink: '/:title/' }, '/2024/01/05/docker.html'],
  ['jekyll', '_drafts/docker.md', {}, null],
  ['hexo', 'docker.md', { date: '2024-1-5' }, '/2024/01/05/docker/'],
  ['gridea', 'docker.md', {}, '/post/docker/'],
  ['plain', 'docker.md', {}, '/docker'],
] as const)('%s shows %s at its address', (profile, id, facts, path) =>
  expect(permalinkOf(layout(profile), id, facts)).toBe(path),
)

test('a whole address is known where the site says its own', () => {
  const site = layout('next', { address: 'https://me.example', basePath: '/blog' })
  expect(addressOf(site, 'über uns.md')).toBe('https://me.example/blog/posts/%C3%BCber%20uns')
  expect(addressOf(layout('next'), 'a.md')).toBeNull()
})

test('a new post is named as the generator wants it', () => {
  expect(newPostId(layout('jekyll'), 'docker', '2024-01-05')).toBe('2024-01-05-docker.md')
  expect(newPostId(layout('jekyll', { postFolders: ['_posts', '_drafts'] }), 'a', '2024-01-05')).toBe(
    '_posts/2024-01-05-a.md',
  )
  expect(newPostId(layout('next'), 'docker', '2024-01-05')).toBe('docker.md')
})
