import { writeFile } from 'node:fs/promises'
import { afterEach, expect, test } from 'vitest'
import { createImagePlans } from '../../../../electron/assets/changes/image-plans'
import { createKeptSteps, takenSteps } from '../../../../electron/posts/operations/kept-steps'
import { lookAtSite } from '../../../../electron/posts/plans/site-look'
import { detectSite } from '../../../../electron/site/detect-site'
import { idOfPost } from '../../../../shared/site/post-path'
import { type TempSite, tempSite } from '../../../support/temp-site'

let site: TempSite
afterEach(() => site.remove())

const imagePlans = async (files: Readonly<Record<string, string>>) => {
  site = await tempSite({ 'package.json': '{ "dependencies": { "next": "15" } }', ...files })
  const found = await detectSite(site.root)
  const { map } = await lookAtSite(found)
  const kept = createKeptSteps()
  const known = {
    pages: async () => [...map.pages.values()],
    naming: async () => [...map.pages.keys()].flatMap((path) => idOfPost(path, found) ?? []),
  }
  return {
    plans: createImagePlans(found, known, kept),
    taken: (ticket: number) => takenSteps({ takeSteps: async (one) => kept.take(one) }, ticket),
  }
}

const image = ['public/pics/old.png', 'public/pics/new.png'] as const
const files = { 'posts/a.md': '![x](/pics/old.png)\n', 'public/pics/old.png': 'x' }

test('the plan of an image and its steps have one fingerprint, and the steps come in parts', async () => {
  const filler = 'x'.repeat(300_000)
  const many = Object.fromEntries(
    Array.from({ length: 9 }, (_, n) => [`posts/p${n}.md`, `![x](/pics/old.png)\n${filler}\n`]),
  )
  const { plans, taken } = await imagePlans({ ...files, ...many })
  const plan = await plans.planImageFiles(...image)
  const { fingerprint, steps } = await plans.planImageSteps(...image, [])
  expect(plan).toMatchObject({ fingerprint, files: { length: 10 } })
  expect((await taken(steps)).map(({ kind }) => kind)).toEqual([...Array(10).fill('write'), 'move'])
  expect(await taken(steps)).toEqual([])
})

test('another fingerprint after a post has changed', async () => {
  const { plans } = await imagePlans(files)
  const { fingerprint } = await plans.planImageFiles(...image)
  await writeFile(site.path('posts/a.md'), 'More. ![x](/pics/old.png)\n')
  expect((await plans.planImageSteps(...image, [])).fingerprint).not.toBe(fingerprint)
})

test('a change that is left out is no step', async () => {
  const { plans, taken } = await imagePlans(files)
  const { files: changed } = await plans.planImageFiles(...image)
  const excluded = changed.flatMap(({ changes }) => changes.flatMap(({ key }) => key ?? []))
  const { steps } = await plans.planImageSteps(...image, excluded)
  expect((await taken(steps)).map(({ kind }) => kind)).toEqual(['move'])
})

test('other bytes of another type give the image another name', async () => {
  const { plans, taken } = await imagePlans(files)
  const { to, steps } = await plans.planReplacedSteps('public/pics/old.png', {
    bytes: new Uint8Array([1]),
    type: 'image/webp',
  })
  expect(to).toBe('public/pics/old.webp')
  expect((await taken(steps)).map(({ kind }) => kind)).toEqual(['write', 'write', 'move'])
})

test('what is refused is refused by the plan and by the steps', async () => {
  const { plans } = await imagePlans({ ...files, 'public/pics/taken.png': 'y' })
  const taken = ['public/pics/old.png', 'public/pics/taken.png'] as const
  await expect(plans.planImageFiles(...taken)).rejects.toMatchObject({ kind: 'already-exists' })
  await expect(plans.planImageSteps(...taken, [])).rejects.toMatchObject({ kind: 'already-exists' })
})
