import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { createLibrary } from '../../electron/library/library'
import { createOperations } from '../../electron/posts/operations/operations'
import { planRename } from '../../electron/posts/plans/rename-post'
import { detectSite } from '../../electron/site/detect-site'

/** Milliseconds of a plan and of a rename, with the longest time the process did nothing else. */
export interface RenameFigures {
  readonly plan: number
  readonly planBlocked: number
  readonly run: number
  readonly runBlocked: number
  readonly changes: number
}

/** Opens the library of a folder, plans a rename of one of its posts three times, carries the last out, and undoes it. */
export const measureRename = async (folder: string, id: string, slug: string): Promise<RenameFigures[]> => {
  const site = await detectSite(join(folder, 'posts'))
  const quiet = () => undefined
  const library = createLibrary({
    site,
    databaseFile: join(folder, '.index.sqlite'),
    watch: false,
    onPosts: quiet,
    onProgress: quiet,
    onSchema: quiet,
    onSettings: quiet,
    onIgnored: quiet,
    onFiles: quiet,
    onFolderState: quiet,
    onNote: quiet,
  })
  await library.settled()
  const operations = createOperations({
    folder: join(folder, '.records'),
    trash: () => Promise.reject(new Error('no bin')),
  })
  const known = { pages: () => library.pages(), naming: (names: readonly string[]) => library.naming(names) }
  const figures: RenameFigures[] = []
  for (let round = 0; round < 3; round++) {
    const [{ plan, steps }, planMs, planBlocked] = await timed(() => planRename(site, id, slug, { known }))
    const [{ undo }, runMs, runBlocked] = await timed(() =>
      operations.run({ title: 'Rename', steps, afterCrash: 'finish' }),
    )
    if (undo !== null) await operations.undo(undo)
    const changes = plan.files.reduce((sum, file) => sum + file.changes.length, 0)
    figures.push({ plan: planMs, planBlocked, run: runMs, runBlocked, changes })
  }
  await library.close()
  return figures
}

const timed = async <T>(work: () => Promise<T>): Promise<readonly [T, number, number]> => {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  delay.enable()
  const began = performance.now()
  const answer = await work()
  const took = performance.now() - began
  delay.disable()
  return [answer, took, delay.max / 1e6]
}
