import { expect, test } from 'vitest'
import { fullAddress, pageOf } from '../../../../shared/addresses/map/page-names'
import type { AddressHead } from '../../../../shared/addresses/rules/page'
import { generatorOf } from '../../../../shared/generators/generators'
import type { GeneratorId } from '../../../../shared/generators/shape/generator-id'
import { pathOfPost } from '../../../../shared/site/post-path'
import type { SiteLayout } from '../../../../shared/site/site-layout'

const layout = (profile: GeneratorId, more: Partial<SiteLayout> = {}): SiteLayout => ({
  profile,
  postsFolder: generatorOf(profile).folders.posts[0] ?? '.',
  publicFolders: [],
  imageFolders: [],
  basePath: '',
  address: null,
  ...more,
})

const shown = (site: SiteLayout, id: string, head: AddressHead = {}) =>
  pageOf({ path: pathOfPost(id, site), head }, site)

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
  ['jekyll', '2024-01-05-docker.md', { permalink: '/:title/' }, '/docker/'],
  ['zola', '2024-01-05-docker.md', {}, '/blog/docker/'],
  ['docusaurus', '2024-01-05-docker.md', {}, '/blog/2024/01/05/docker'],
  ['eleventy', '2024-01-05-docker.md', {}, '/content/blog/2024-01-05-docker/'],
  ['jekyll', '_drafts/docker.md', {}, null],
  ['hexo', 'docker.md', { date: '2024-1-5' }, '/2024/01/05/docker/'],
  ['gridea', 'docker.md', {}, '/post/docker/'],
  ['plain', 'docker.md', {}, '/docker'],
] as const)('%s shows %s at its address', (profile, id, facts, path) =>
  expect(shown(layout(profile), id, facts).address).toBe(path),
)

test('a whole address is known where the site says its own', () => {
  const site = layout('next', { address: 'https://me.example', basePath: '/blog' })
  expect(fullAddress(shown(site, 'über uns.md'), site)).toBe('https://me.example/blog/posts/%C3%BCber%20uns')
  expect(fullAddress(shown(layout('next'), 'a.md'), layout('next'))).toBeNull()
})
