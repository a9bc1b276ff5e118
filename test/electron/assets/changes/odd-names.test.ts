import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { createFolderImages } from '../../../../electron/assets/catalog/folder-images'
import { planImageMove } from '../../../../electron/assets/changes/move-image'
import { recordOfText } from '../../../../electron/library/checks/read-record'
import { siteFiles } from '../../../../electron/library/checks/site-files'
import type { FileStep } from '../../../../electron/posts/operations/file-step'
import { lookAtSite } from '../../../../electron/posts/plans/site-look'
import { detectSite } from '../../../../electron/site/detect-site'
import { CheckedPosts } from '../../../../shared/checks/site/checked-posts'
import { featuresFor } from '../../../../shared/generators/markdown-features'
import { withTempSites } from '../../../support/temp-site'

const tempSite = withTempSites()

const text = [
  '---',
  'title: A',
  'image: /pics/boat.png',
  'gallery:',
  '  - /pics/boat.png',
  '---',
  '',
  '![inline](/pics/boat.png "A title")',
  '',
  '![angle](</pics/boat.png>)',
  '',
  '[![linked](/pics/boat.png)](/pics/boat.png)',
  '',
  '![defined][boat]',
  '',
  '<img src="/pics/boat.png" alt="double">',
  "<img src='/pics/boat.png' alt='single'>",
  '<img src="/pics/other.png" srcset="/pics/boat.png 1x, /pics/other.png 2x" alt="set">',
  '',
  '[boat]: /pics/boat.png',
  '',
].join('\n')

const siteWith = async () => {
  const temp = await tempSite({
    'package.json': '{ "dependencies": { "next": "15" } }',
    'posts/a.md': text,
    'public/pics/boat.png': 'x',
    'public/pics/other.png': 'other',
  })
  const root = temp.root
  const move = async (from: string, to: string) => {
    const site = await detectSite(root)
    const { map } = await lookAtSite(site)
    const known = { pages: async () => [...map.pages.values()], naming: async () => ['a.md'] }
    const { plan, steps } = await planImageMove(site, from, to, known)
    expect(plan.unchangeable).toEqual([])
    for (const step of steps) await carryOut(step)
  }
  const post = () => readFile(join(root, 'posts/a.md'), 'utf8')
  const usesOf = async (path: string) => {
    const site = await detectSite(root)
    const posts = new CheckedPosts(site)
    posts.put(recordOfText('a.md', await post(), { layout: site, features: featuresFor(site) }).record)
    const folder = createFolderImages({
      site,
      posts: () => ({ posts, isComplete: true }),
      files: siteFiles(root),
      lookAtPosts: async () => undefined,
      pause: () => null,
    })
    const { images, missing } = await folder.images()
    return {
      uses: images.find((image) => image.path === path)?.uses.length,
      missing: missing.map(({ reference }) => reference),
    }
  }
  return { root, move, post, usesOf }
}

const carryOut = async (step: FileStep): Promise<void> => {
  if (step.kind === 'write') return writeFile(step.path, step.after)
  if (step.kind !== 'move') throw new Error(`Unexpected step: ${step.kind}`)
  await mkdir(dirname(step.to), { recursive: true })
  await rename(step.from, step.to)
}

test.each([
  'two words.png',
  'größe.png',
  'gro\u0308ße.png',
  'boat (1).png',
  'boat(1.png',
  'boat#1.png',
  '100%.png',
  '100%25.png',
  'a&b.png',
  "ann's.png",
  'a+b.png',
  'a=b;c.png',
  '[a].png',
  '__a__.png',
  '$1.png',
  '日本.png',
  '😀.png',
  'deep/er/boat.png',
])('every reference follows an image to %s and back', async (name) => {
  const { move, post, usesOf } = await siteWith()
  const before = await usesOf('public/pics/boat.png')
  expect(before.missing).toEqual([])
  await move('public/pics/boat.png', `public/pics/${name}`)
  expect(await usesOf(`public/pics/${name}`)).toEqual(before)
  expect(await post()).not.toContain('/pics/boat.png')
  await move(`public/pics/${name}`, 'public/pics/boat.png')
  expect(await post()).toBe(text)
})

test('a comma inside a name is written into a srcset like any other letter', async () => {
  const { root } = await siteWith()
  const site = await detectSite(root)
  const { map } = await lookAtSite(site)
  const known = { pages: async () => [...map.pages.values()], naming: async () => ['a.md'] }
  const { plan } = await planImageMove(site, 'public/pics/boat.png', 'public/pics/a,b.png', known)
  expect(plan.unchangeable).toEqual([])
  expect(plan.files[0]?.changes.map(({ after }) => after)).toContain(
    '<img src="/pics/other.png" srcset="/pics/a,b.png 1x, /pics/other.png 2x" alt="set">',
  )
})
