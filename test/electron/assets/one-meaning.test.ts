import { readFile } from 'node:fs/promises'
import { relative, sep } from 'node:path'
import { describe, expect, test } from 'vitest'
import { respondWithAsset } from '../../../electron/assets/asset-response'
import { planImageMove } from '../../../electron/assets/changes/move-image'
import { importAsset } from '../../../electron/assets/import-asset'
import { listImages } from '../../../electron/assets/list-images'
import { exportPost } from '../../../electron/export/export-post'
import { siteFiles } from '../../../electron/library/checks/site-files'
import { lookAtSite } from '../../../electron/posts/plans/site-look'
import { detectSite } from '../../../electron/site/detect-site'
import { findAsset } from '../../../electron/site/find-asset'
import { meaningOf } from '../../../shared/addresses/meaning/meaning'
import { findImage } from '../../../shared/checks/site/find-image'
import { generators } from '../../../shared/generators/generators'
import { idOfPost } from '../../../shared/site/post-path'
import { slugOfPost } from '../../../shared/site/slug'
import { makePng } from '../../support/make-png'
import { withTempSites } from '../../support/temp-site'

const tempSite = withTempSites()

const using = (name: string) => JSON.stringify({ dependencies: { [name]: '1' } })

interface Fixture {
  readonly marks: Readonly<Record<string, string>>
  readonly post: string
  readonly served: string
  readonly beside: string
}

/** A site of each generator: the files that identify it, a post, a folder served from the root, and the post's own. */
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
  'next-starter': {
    marks: { 'package.json': using('next') },
    post: '_posts/trip.md',
    served: 'public',
    beside: '_posts',
  },
  gatsby: {
    marks: { 'gatsby-config.js': 'module.exports = {}', 'package.json': using('gatsby') },
    post: 'content/blog/trip/index.md',
    served: 'static',
    beside: 'content/blog/trip',
  },
  eleventy: {
    marks: { '.eleventy.js': 'module.exports = () => ({})', 'package.json': using('@11ty/eleventy') },
    post: 'posts/trip.md',
    served: 'public',
    beside: 'posts',
  },
  zola: {
    marks: { 'config.toml': 'base_url = "https://example.org"' },
    post: 'content/blog/trip/index.md',
    served: 'static',
    beside: 'content/blog/trip',
  },
  vitepress: {
    marks: { 'package.json': using('vitepress'), 'docs/.vitepress/config.ts': 'export default {}' },
    post: 'docs/posts/trip.md',
    served: 'docs/public',
    beside: 'docs/posts',
  },
  pelican: {
    marks: { 'pelicanconf.py': 'PATH = "content"' },
    post: 'content/posts/trip.md',
    served: 'content',
    beside: 'content/posts',
  },
  nikola: {
    marks: { 'conf.py': 'BLOG_TITLE = "x"' },
    post: 'posts/trip.md',
    served: 'files',
    beside: 'posts',
  },
  vuepress: {
    marks: { 'package.json': using('vuepress'), 'docs/.vuepress/config.ts': 'export default {}' },
    post: 'docs/posts/trip.md',
    served: 'docs/.vuepress/public',
    beside: 'docs/posts',
  },
  quartz: {
    marks: { 'quartz.config.ts': 'export default {}' },
    post: 'content/posts/trip.md',
    served: 'content',
    beside: 'content/posts',
  },
  gridea: {
    marks: { 'post-images/other.txt': 'x', 'output/index.html': 'x' },
    post: 'posts/trip.md',
    served: 'static',
    beside: 'posts',
  },
  obsidian: { marks: { '.obsidian/app.json': '{}' }, post: 'trip.md', served: '', beside: '' },
  plain: { marks: {}, post: 'posts/trip.md', served: 'static', beside: 'posts' },
}

test('every generator has a site', () => {
  expect(Object.keys(sites).sort()).toEqual(generators.map(({ id }) => id).sort())
})

const pictures = {
  top: new Uint8Array(makePng(3, 3, [200, 0, 0])),
  spaced: new Uint8Array(makePng(3, 3, [0, 200, 0])),
  near: new Uint8Array(makePng(3, 3, [0, 0, 200])),
}

const within = (folder: string, name: string) => (folder === '' ? name : `${folder}/${name}`)

describe.each(Object.entries(sites))('%s', (name, { marks, post, served, beside }) => {
  const top = within(served, 'images/top.png')
  const spaced = within(served, 'images/my photo.png')
  const near = within(beside, 'near.png')
  const wanted: Readonly<Record<string, string>> = {
    '/images/top.png': top,
    '/images/top.png?v=2#x': top,
    '/images/my%20photo.png': spaced,
    './near.png': near,
    'near.png': near,
  }
  const pictureAt = (path: string | undefined): Uint8Array =>
    path === top ? pictures.top : path === spaced ? pictures.spaced : pictures.near
  const open = async () => {
    const references = Object.keys(wanted).map((one) => `![x](${one})`)
    const text = `---\ntitle: Trip\n---\n\n${references.join('\n\n')}\n`
    const temp = await tempSite({
      ...marks,
      [post]: text,
      [top]: pictures.top,
      [spaced]: pictures.spaced,
      [near]: pictures.near,
    })
    const site = await detectSite(temp.root)
    const { map } = await lookAtSite(site)
    return { site, map, text, id: idOfPost(post, site) ?? '' }
  }

  test('five references lead preview, thumbnail, checks and rename to the same files', async () => {
    const { site, id, map } = await open()
    expect(site.profile).toBe(name)
    const files = siteFiles(site.root)
    const place = { path: post, page: map.pages.get(post) ?? null }
    for (const [target, path] of Object.entries(wanted)) {
      const found = await findAsset(site, id, target)
      const shown = found && relative(site.root, found).split(sep).join('/')
      const drawn = await respondWithAsset({
        site,
        postId: id,
        reference: target,
        width: 88,
        note: expect.unreachable,
        thumbnail: async ({ path, type }) => ({
          kind: 'drawn',
          bytes: new Uint8Array(await readFile(path)),
          type,
        }),
      })
      expect([target, drawn.body]).toEqual([target, pictureAt(path)])
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

  test('a page that is exported has the same pictures in it', async () => {
    const { site, id, text } = await open()
    const { html, missingImages } = await exportPost({ site, postId: id, text, wordsPerMinute: 200 })
    expect(missingImages).toEqual([])
    const inside = [...html.matchAll(/<img[^>]*src="data:image\/png;base64,([^"]+)"/g)].map(
      ([, data]) => data,
    )
    const expected = Object.values(wanted).map((path) => Buffer.from(pictureAt(path)).toString('base64'))
    expect(inside).toEqual(expected)
  })

  test('renaming an image changes the references that lead to it, and no others', async () => {
    const { site, id, map } = await open()
    const known = { pages: async () => [...map.pages.values()], naming: async () => [id] }
    for (const path of [top, spaced, near]) {
      const { plan } = await planImageMove(site, path, path.replace(/[^/]*$/, 'other-name.png'), known)
      const changed = plan.files.flatMap(({ changes }) => changes.map(({ before }) => before))
      const own = Object.entries(wanted).filter(([, file]) => file === path)
      expect(changed).toEqual(own.map(([target]) => `![x](${target})`))
      expect(plan.unchangeable).toEqual([])
    }
  })

  test('an image that is imported is found by the reference it gets, and is not written twice', async () => {
    const { site, id } = await open()
    const image = { name: 'New one.png', bytes: makePng(5, 5, [1, 2, 3]) }
    const first = await importAsset(site, id, image)
    expect(first.written).not.toBeNull()
    const found = await findAsset(site, id, first.reference)
    expect(found && relative(site.root, found).split(sep).join('/')).toBe(first.sitePath)
    expect(await importAsset(site, id, image)).toEqual({ ...first, written: null })
  })

  test('what picker and completion write leads back to the image', async () => {
    const { site, id } = await open()
    const images = await listImages(site, id)
    expect(images.map(({ path }) => path).sort()).toEqual([top, spaced, near].sort())
    for (const { path, reference } of images) {
      const found = await findAsset(site, id, reference)
      expect([reference, found && relative(site.root, found).split(sep).join('/')]).toEqual([reference, path])
    }
  })
})
