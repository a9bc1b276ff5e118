import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../../shared/app-error'
import type { BulkChange } from '../../shared/front-matter/bulk-change'
import type { PostId } from '../../shared/post'
import type { FilesChanged, RenamePlan } from '../../shared/post-rename'
import { idWithSlug } from '../../shared/references/renamed-post'
import { freeSlug, slugOfPost } from '../../shared/slug'
import type { Handlers } from '../ipc'
import type { LibraryClient } from '../library/library-client'
import { type BulkOptions, planBulkEdit } from '../posts/bulk-edit'
import type { OperationResult, Operations } from '../posts/operations'
import { readWhole } from '../posts/read-whole'
import { type PlannedRename, planMove, planRename } from '../posts/rename-post'
import { planReplace } from '../posts/replace-in-posts'
import { resolveInside } from '../posts/resolve-inside'
import type { Site } from '../site/detect-site'
import { pacedProgress } from './paced-progress'

export interface FileHandlersOptions {
  readonly library: () => LibraryClient
  readonly site: () => Site
  readonly operations: Operations
  readonly onProgress: (done: number, total: number) => void
}

type FileCall =
  | 'planRename'
  | 'renamePost'
  | 'planMove'
  | 'movePost'
  | 'duplicatePost'
  | 'planReplace'
  | 'replaceInPosts'
  | 'planBulkEdit'
  | 'bulkEdit'
  | 'stopOperation'
  | 'undoOperation'
  | 'trashPost'

/** The calls that move, copy and rewrite whole files; each can be taken back. */
export const fileHandlers = (options: FileHandlersOptions): Pick<Handlers, FileCall> => {
  const { library, site, operations } = options
  const onProgress = pacedProgress(options.onProgress)
  let stop = new AbortController()

  const linkingTo = async (id: PostId) => (await library().backlinks(id)).map((link) => link.id)
  const carryOut = async (
    title: string,
    { plan, steps }: PlannedRename,
    mark: string,
  ): Promise<FilesChanged> => {
    if (plan.mark !== mark)
      throw new AppError('busy', 'The posts changed since the list was made. Look at it again.')
    return shown(await operations.run({ title, steps, afterCrash: 'finish', onProgress }))
  }
  const rename = async (id: PostId, slug: string) => planRename(site(), id, slug, await linkingTo(id))
  const move = async (id: PostId, folder: string) => planMove(site(), id, folder, await linkingTo(id))
  const planBulk = async (ids: readonly PostId[], changes: readonly BulkChange[], options: BulkOptions) =>
    planBulkEdit(site().postsRoot, ids, changes, { ...options, schema: await library().schema() })
  const planOf = async (planned: Promise<PlannedRename>): Promise<RenamePlan> => (await planned).plan
  const stoppable = () => {
    stop.abort() // what is asked for anew takes the place of what was asked before
    stop = new AbortController()
    return { signal: stop.signal, onProgress }
  }

  return {
    planRename: (id, slug) => planOf(rename(id, slug)),
    renamePost: async (id, slug, mark) => carryOut(`Rename ${id}`, await rename(id, slug), mark),
    planMove: (id, folder) => planOf(move(id, folder)),
    movePost: async (id, folder, mark) => carryOut(`Move ${id}`, await move(id, folder), mark),
    duplicatePost: async (id) => {
      const { profile, postsRoot } = site()
      const path = await resolveInside(postsRoot, id)
      const { bytes } = await readWhole(path, `Cannot copy ${id}`)
      const names = (await readdir(dirname(path))).map((name) => name.replace(/\.[^.]+$/, ''))
      const slug = freeSlug(`${slugOfPost(id, profile)}-copy`, names)
      const copy = idWithSlug(id, slug, profile)
      const step = { kind: 'create', path: join(postsRoot, copy), bytes } as const
      const result = await operations.run({ title: `Copy ${id}`, steps: [step], afterCrash: 'finish' })
      return { id: copy, changed: shown(result) }
    },
    trashPost: async (id) => {
      const path = await resolveInside(site().postsRoot, id)
      const { bytes } = await readWhole(path, `Cannot move ${id} to the bin`)
      const steps = [{ kind: 'trash', path, bytes }] as const
      const result = await operations.run({ title: `Move ${id} to the bin`, steps, afterCrash: 'leave' })
      const refused = result.failed[0]
      if (refused) throw new AppError('failed', refused.reason)
      return shown(result)
    },
    planReplace: async (request) => {
      const found = await library().search({ ...request, limit: mostPosts })
      const ids = found.hits.map(({ id }) => id)
      return (await planReplace(site().postsRoot, ids, request, stoppable())).files
    },
    replaceInPosts: async (request, ids) => {
      const running = stoppable()
      const { steps } = await planReplace(site().postsRoot, ids, request, { signal: running.signal })
      return shown(
        await operations.run({ title: `Replace “${request.text}”`, steps, afterCrash: 'leave', ...running }),
      )
    },
    planBulkEdit: async (ids, changes) => (await planBulk(ids, changes, stoppable())).posts,
    bulkEdit: async (chosen, changes) => {
      const running = stoppable()
      const revisions = new Map(chosen.map(({ id, revision }) => [id, revision]))
      const planned = { shown: revisions, signal: running.signal }
      const { steps, posts } = await planBulk([...revisions.keys()], changes, planned)
      const title = `Change ${steps.length} posts`
      const result = await operations.run({ title, steps, afterCrash: 'leave', ...running })
      const refused = posts.flatMap((post) => (post.kind === 'refused' ? [`${post.id}: ${post.reason}`] : []))
      const { undo, done, failed } = shown(result)
      return { undo, done, failed: [...failed, ...refused] }
    },
    stopOperation: () => stop.abort(),
    undoOperation: async (id) => shown(await operations.undo(id)),
  }
}

const mostPosts = 1000

const shown = ({ undo, done, failed }: OperationResult): FilesChanged => ({
  undo,
  done,
  failed: failed.map(({ reason }) => reason),
})
