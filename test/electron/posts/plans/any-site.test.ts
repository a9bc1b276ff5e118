import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createOperations } from '../../../../electron/posts/operations/operations'
import { planCopy } from '../../../../electron/posts/plans/copy-post'
import { planMove, planRename } from '../../../../electron/posts/plans/rename-post'
import { lookAtSite } from '../../../../electron/posts/plans/site-look'
import { detectSite, type Site } from '../../../../electron/site/detect-site'
import { addressKey } from '../../../../shared/addresses/map/folded'
import { AppError } from '../../../../shared/app-error'
import { idOfPost, pathOfPost } from '../../../../shared/site/post-path'
import { anySite, madeBy, pathsOf, textsOf } from '../../../support/any-site'
import { meaningsOf } from '../../../support/meanings'
import { fc } from '../../../support/properties'
import { tempSite } from '../../../support/temp-site'
import { writeSite } from '../../../support/write-site'

const textsIn = async (root: string): Promise<ReadonlyMap<string, string>> => {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile() && !entry.parentPath.includes('.records'))
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
  return new Map(
    await Promise.all(files.map(async (path) => [path, await readFile(join(root, path), 'utf8')] as const)),
  )
}

const plan = async (site: Site, id: string, [job, to]: readonly [string, string]) => {
  if (job === 'copy') {
    const { id: copied, steps } = await planCopy(site, id)
    return { steps, copied, left: [], moves: [] }
  }
  const planned = job === 'rename' ? await planRename(site, id, to) : await planMove(site, id, to)
  return { steps: planned.steps, copied: null, left: planned.plan.unchangeable, moves: planned.plan.moves }
}

/** Expected refusals: the name is taken, or the post already has it. */
const isRefused = (error: unknown): boolean =>
  error instanceof AppError && ['already-exists', 'bad-name'].includes(error.kind)

test('on the disk: after a rename, a move or a copy every reference means what it meant, and undo gives the old bytes', async () => {
  await fc.assert(
    fc.asyncProperty(anySite, async (any) => {
      const { posts, files } = madeBy[any.profile]
      const site = await tempSite({ ...files, [`${posts}/2020-01-01-first.md`]: '---\ntitle: First\n---\n' })
      try {
        const layout = await detectSite(site.path(posts))
        const made = textsOf(any, layout)
        await writeSite(site.root, Object.fromEntries(made))
        const before = await textsIn(site.root)
        const paths = pathsOf(any).filter((path) => idOfPost(path, layout) !== null)
        fc.pre(paths.length > 0)
        const path = paths[any.which % paths.length] ?? ''
        const id = idOfPost(path, layout) ?? ''
        const old = await lookAtSite(layout)
        const planned = await plan(layout, id, any.job).catch((error: unknown) => {
          if (isRefused(error)) return null
          throw error
        })
        fc.pre(planned !== null)
        const { steps, copied, left, moves } = planned as NonNullable<typeof planned>
        const operations = createOperations({
          folder: site.path('.records'),
          trash: (path) => rm(path),
        })
        const { undo } = await operations.run({ title: '', steps, afterCrash: 'finish' })
        const after = await textsIn(site.root)
        const now = await lookAtSite(layout)
        const movedTo = (one: string) => {
          const move = moves.find(({ from }) => one === from || one.startsWith(`${from}/`))
          return move ? move.to + one.slice(move.from.length) : one
        }
        const told = (one: string) =>
          `${any.job.join(' ')} ${path}\n${one}\n${before.get(one)}\n→ ${movedTo(one)}\n${after.get(movedTo(one))}`
        for (const [one, text] of before) {
          const again = meaningsOf(movedTo(one), after.get(movedTo(one)) ?? '', now.map)
          const lost = meaningsOf(one, text, old.map).filter(
            (meant, index) =>
              (meant.kind === 'page' || meant.kind === 'file') && !isAt(again[index], movedTo(meant.path)),
          )
          expect(lost.length, told(one)).toBeLessThanOrEqual(left.filter((each) => each.path === one).length)
        }
        if (copied !== null) {
          const place = pathOfPost(copied, layout)
          const [first, second] = [old.map.pages.get(path)?.address, now.map.pages.get(place)?.address]
          if (first != null && second != null)
            expect(addressKey(second), told(path)).not.toBe(addressKey(first))
          const meanings = meaningsOf(place, after.get(place) ?? '', now.map)
          const lost = meaningsOf(path, before.get(path) ?? '', old.map).filter(
            (meant, index) => meant.kind === 'page' && !isAt(meanings[index], meant.path),
          )
          expect(lost, `${told(path)}\n${place}\n${after.get(place)}`).toEqual([])
        }
        expect(undo).not.toBeNull()
        await operations.undo(undo ?? '')
        expect(Object.fromEntries(await textsIn(site.root))).toEqual(Object.fromEntries(before))
      } finally {
        await site.remove()
      }
    }),
    { numRuns: 150 },
  )
}, 120_000)

const isAt = (meant: ReturnType<typeof meaningsOf>[number] | undefined, path: string): boolean =>
  (meant?.kind === 'page' || meant?.kind === 'file') && meant.path === path
