import { afterEach, expect, test } from 'vitest'
import { takenSteps } from '../../../../electron/posts/operations/kept-steps'
import { createFolderPlans } from '../../../../electron/posts/plans/folder-plans'
import { lookAtSite } from '../../../../electron/posts/plans/site-look'
import { detectSite } from '../../../../electron/site/detect-site'
import { usualChoices } from '../../../../shared/posts/post-rename'
import { idOfPost } from '../../../../shared/site/post-path'
import { type TempSite, tempSite } from '../../../support/temp-site'

let site: TempSite
afterEach(() => site.remove())

const folderPlans = async (files: Readonly<Record<string, string>>) => {
  site = await tempSite(files)
  const found = await detectSite(site.path('posts'))
  const { map } = await lookAtSite(found)
  return createFolderPlans(found, {
    pages: async () => [...map.pages.values()],
    naming: async () => [...map.pages.keys()].flatMap((path) => idOfPost(path, found) ?? []),
  })
}

const rename = { kind: 'rename', id: 'old.md', to: 'new', choices: usualChoices, excluded: [] } as const

test('steps come in parts, all of them once, in their order', async () => {
  const filler = 'x'.repeat(300_000)
  const files = Object.fromEntries(
    Array.from({ length: 9 }, (_, n) => [`posts/p${n}.md`, `[a](old.md)\n${filler}\n`]),
  )
  const plans = await folderPlans({ ...files, 'posts/old.md': 'x\n' })
  const { fingerprint, steps: ticket } = await plans.planSteps(rename)
  expect(await plans.planFiles(rename)).toMatchObject({ fingerprint, files: { length: 9 } })
  const first = await plans.takeSteps(ticket)
  expect(first.length).toBeGreaterThan(0)
  expect(first.length).toBeLessThan(10)
  const steps = [...first, ...(await takenSteps(plans, ticket))]
  expect(steps.map((step) => (step.kind === 'move' ? 'move' : 'path' in step && step.path.at(-4)))).toEqual([
    ...'012345678',
    'move',
  ])
  expect(await plans.takeSteps(ticket)).toEqual([])
})

test('steps of plans that nobody carried out are forgotten', async () => {
  const plans = await folderPlans({ 'posts/a.md': '[a](old.md)\n', 'posts/old.md': 'x\n' })
  const { steps: first } = await plans.planSteps(rename)
  for (let n = 0; n < 5; n++) await plans.planSteps(rename)
  expect(await plans.takeSteps(first)).toEqual([])
})

test('a change that is left out is no step', async () => {
  const plans = await folderPlans({ 'posts/a.md': '[a](old.md)\n', 'posts/old.md': 'x\n' })
  const plan = await plans.planFiles(rename)
  const excluded = plan.files.flatMap(({ changes }) => changes.flatMap(({ key }) => key ?? []))
  const { steps } = await plans.planSteps({ ...rename, excluded })
  expect((await takenSteps(plans, steps)).map(({ kind }) => kind)).toEqual(['move'])
})
