import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { FileStep } from '../../electron/posts/operations/file-step'
import { createOperations, type Operations } from '../../electron/posts/operations/operations'
import { planCopy } from '../../electron/posts/plans/copy-post'
import { planMove, planRename, type RenameOptions } from '../../electron/posts/plans/rename-post'
import { detectSite } from '../../electron/site/detect-site'
import type { RenamePlan } from '../../shared/posts/post-rename'
import { tempSite } from './temp-site'

/** A job for a site: opens its posts folder and renames, moves or copies a post. */
export interface SiteJob {
  readonly open?: string
  readonly rename?: readonly [id: string, slug: string]
  readonly move?: readonly [id: string, folder: string]
  readonly copy?: string
  readonly options?: RenameOptions
}

export interface ChangedSite {
  /** The texts of new and changed files by path; null for removed ones. */
  readonly changed: Readonly<Record<string, string | null>>
  readonly plan: RenamePlan | null
  /** The same after undoing everything; expected to be empty. */
  readonly undone: Readonly<Record<string, string | null>>
}

/** Does a job in a site with these files; returns the differences afterwards and after undoing it. */
export const changedSite = async (
  files: Readonly<Record<string, string | Uint8Array>>,
  job: SiteJob,
): Promise<ChangedSite> => {
  const site = await tempSite(files)
  try {
    const found = await detectSite(site.path(job.open ?? '.'))
    const before = await textsIn(site.root)
    const { steps, plan } = await planned(found, job)
    const operations = operationsFor(join(site.root, '.records'))
    const { undo } = await operations.run({ title: '', steps, afterCrash: 'finish' })
    const changed = difference(before, await textsIn(site.root))
    if (undo !== null) await operations.undo(undo)
    return { changed, plan, undone: difference(before, await textsIn(site.root)) }
  } finally {
    await site.remove()
  }
}

const planned = async (
  site: Awaited<ReturnType<typeof detectSite>>,
  { rename, move, copy, options = {} }: SiteJob,
): Promise<{ readonly steps: readonly FileStep[]; readonly plan: RenamePlan | null }> => {
  if (rename) return planRename(site, ...rename, options)
  if (move) return planMove(site, ...move, options)
  return { ...(await planCopy(site, copy ?? '')), plan: null }
}

const operationsFor = (folder: string): Operations =>
  createOperations({ folder, trash: (path) => import('node:fs/promises').then(({ rm }) => rm(path)) })

const textsIn = async (root: string): Promise<ReadonlyMap<string, string>> => {
  const entries = await readdir(root, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .filter((path) => !path.startsWith('.records'))
  return new Map(
    await Promise.all(files.map(async (path) => [path, await readFile(join(root, path), 'latin1')] as const)),
  )
}

const difference = (before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) => {
  const changed: Record<string, string | null> = {}
  const utf8 = (text: string) => Buffer.from(text, 'latin1').toString('utf8')
  for (const [path, text] of after) if (before.get(path) !== text) changed[path] = utf8(text)
  for (const path of before.keys()) if (!after.has(path)) changed[path] = null
  return changed
}
