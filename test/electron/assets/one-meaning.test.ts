import { relative, sep } from 'node:path'
import { afterEach, describe, expect, test } from 'vitest'
import { listImages } from '../../../electron/assets/list-images'
import { siteFiles } from '../../../electron/library/checks/site-files'
import { lookAtSite } from '../../../electron/posts/plans/site-look'
import { detectSite } from '../../../electron/site/detect-site'
import { findAsset } from '../../../electron/site/find-asset'
import { meaningOf } from '../../../shared/addresses/meaning/meaning'
import { findImage } from '../../../shared/checks/site/find-image'
import { idOfPost } from '../../../shared/site/post-path'
import { slugOfPost } from '../../../shared/site/slug'
import { type TempSite, tempSite } from '../../support/temp-site'

const made: TempSite[] = []
afterEach(() => Promise.all(made.splice(0).map((site) => site.remove())))

const using = (name: string) => JSON.stringify({ dependencies: { [name]: '1' } })

interface Fixture {
  readonly marks: Readonly<Record<string, string>>
  readonly post: string
  readonly served: string
  readonly beside: string
}

/** A site of each generator: what it is known by, a post, a folder that is served at the top, and the post's own. */
const sites: Readonly<Record<string, Fixture>> = {
  jekyll: {
    marks: { '_config.yml': 'title: x' },
    post: '_posts/2024-01-05-trip.md',
    served: '',
    beside: '_posts',
  },
  hugo: {
    marks: { 'hugo.toml': '' },
    post: 'content/posts/trip/index.md',
    served: 'static',
    beside: 'content/posts/trip',
  },
  astro: {
    marks: { 'astro.config.mjs': '' },
    post: 'src/content/blog/trip.md',
    served: 'public',
    beside: 'src/content/blog',
  },
  next: {
    marks: { 'package.json': using('next') },
    post: 'posts/trip.md',
    served: 'public',
    beside: 'posts',
  },
  docusaurus: {
    marks: { 'docusaurus.config.js': 'module.exports = {}', 'package.json': using('@docusaurus/core') },
    post: 'blog/trip.md',
    served: 'static',
    beside: 'blog',
  },
  hexo: {
    marks: { '_config.yml': '', 'package.json': using('hexo') },
    post: 'source/_posts/trip.md',
    served: 'source',
    beside: 'source/_posts',
  },
}

const within = (folder: string, name: string) => (folder === '' ? name : `${folder}/${name}`)

describe.each(Object.entries(sites))('%s', (_, { marks, post, served, beside }) => {
  const top = within(served, 'images/top.png')
  const spaced = within(served, 'images/my photo.png')
  const wanted: Readonly<Record<string, string>> = {
    '/images/top.png': top,
    '/images/top.png?v=2#x': top,
    '/images/my%20photo.png': spaced,
    './near.png': within(beside, 'near.png'),
    'near.png': within(beside, 'near.png'),
  }
  const open = async () => {
    const references = Object.keys(wanted).map((one) => `![x](${one})`)
    const temp = await tempSite({
      ...marks,
      [post]: `---\ntitle: Trip\n---\n\n${references.join('\n\n')}\n`,
      [top]: 'a',
      [spaced]: 'b',
      [within(beside, 'near.png')]: 'c',
    })
    made.push(temp)
    const site = await detectSite(temp.root)
    return { site, id: idOfPost(post, site) ?? '' }
  }

  test('five references lead preview, checks and rename to the same files', async () => {
    const { site, id } = await open()
    const files = siteFiles(site.root)
    const { map } = await lookAtSite(site)
    const place = { path: post, page: map.pages.get(post) ?? null }
    for (const [target, path] of Object.entries(wanted)) {
      const found = await findAsset(site, id, target)
      const shown = found && relative(site.root, found).split(sep).join('/')
      const checked = findImage(target, { id, slug: slugOfPost(id, site) }, site, files).path
      const meant = meaningOf({ kind: 'image', target, writtenIn: 'inline' }, place, map)
      expect([target, shown, checked, meant.kind === 'file' && meant.path]).toEqual([
        target,
        path,
        path,
        path,
      ])
    }
  })

  test('what picker and completion write leads back to the image', async () => {
    const { site, id } = await open()
    const images = await listImages(site, id)
    expect(images.map(({ path }) => path).sort()).toEqual([top, spaced, within(beside, 'near.png')].sort())
    for (const { path, reference } of images) {
      const found = await findAsset(site, id, reference)
      expect([reference, found && relative(site.root, found).split(sep).join('/')]).toEqual([reference, path])
    }
  })
})
