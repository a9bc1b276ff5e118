import { join } from 'node:path'
import { AppError } from '../../../shared/app-error'
import { itemAt } from '../../../shared/base/item-at'
import type { BulkChange } from '../../../shared/front-matter/edit/bulk-change'
import type { MainNotice } from '../../../shared/ipc/app-calls'
import type { fileCalls } from '../../../shared/ipc/file-calls'
import { wordsOf } from '../../../shared/platform-words'
import type { PostId } from '../../../shared/posts/post'
import { t } from '../../../shared/texts/translate'
import type { FileStep } from '../../posts/operations/file-step'
import { type BulkOptions, planBulkEdit } from '../../posts/plans/bulk-edit'
import { planFixes } from '../../posts/plans/fix-posts'
import { planReplace, replacedLines } from '../../posts/plans/replace-in-posts'
import { planTrash } from '../../posts/plans/trash-posts'
import type { HandlersOf } from '../../security/ipc'
import type { FileWork } from './file-work'
import { shown } from './files-changed'
import { inParts } from './in-parts'

type FileHandlers = HandlersOf<typeof fileCalls>

const maxPosts = 100_000
const maxReported = 3

/** The call that moves posts to the system's trash. */
export const trashHandlers = ({
  site,
  operations,
  postsAtOnce,
}: FileWork): Pick<FileHandlers, 'trashPosts'> => ({
  trashPosts: async (ids) => {
    const { postsRoot } = site()
    const steps = new Map<PostId, readonly FileStep[]>()
    const refused: string[] = []
    const emptied: string[] = []
    const parts = async function* () {
      for (let at = 0; at < ids.length; at += postsAtOnce) {
        const planned = await planTrash(postsRoot, ids.slice(at, at + postsAtOnce))
        refused.push(...planned.refused)
        for (const [id, step] of planned.steps) steps.set(id, step)
        emptied.push(...planned.emptied)
        yield [...planned.steps.values()].flat()
      }
    }
    const title = t('files.trashTitle', {
      what: ids.length === 1 ? itemAt(ids, 0) : t('changes.posts', { count: ids.length }),
      bin: wordsOf(process.platform).bin,
    })
    const result = await operations.runInParts({
      title,
      parts: parts(),
      total: ids.length,
      files: ids.map((id) => join(postsRoot, id)),
      emptied: () => emptied,
    })
    const left = new Set(result.failed.map(({ step }) => step))
    const { undo, failed } = shown(result)
    const gone = [...steps].flatMap(([id, [own]]) => (own === undefined || left.has(own) ? [] : [id]))
    return { changed: { undo, done: gone.length, failed: [...failed, ...refused] }, gone }
  },
})

/** The calls that search and replace in posts. */
export const replaceHandlers = (
  work: FileWork,
  tell: (notice: MainNotice) => void,
): Pick<FileHandlers, 'planReplace' | 'replacedLines' | 'replaceInPosts'> => {
  const { library, site } = work
  return {
    planReplace: async (request) => {
      const call = work.stoppable('planReplace')
      const found = await library().search({ ...request, limit: maxPosts })
      const ids = found.hits.map(({ id }) => id)
      const { files, refused } = await planReplace(site().postsRoot, ids, request, {
        ...call,
        keepSteps: false,
      })
      // A post that cannot be read does not stop the others: it is reported, or thrown if it is the only one.
      if (refused[0] !== undefined && files.length === 0) throw new AppError('failed', refused[0])
      for (const reason of refused.slice(0, maxReported)) tell({ kind: 'warning', text: reason })
      return files
    },
    replacedLines: (request, post, from) => replacedLines(site().postsRoot, post, request, from),
    replaceInPosts: async (request, chosen) => {
      const call = work.stoppable('replaceInPosts')
      const { postsRoot } = site()
      return inParts(work, t('files.replaceTitle', { text: request.text }), chosen, call, (ids, shown) =>
        planReplace(postsRoot, ids, request, { shown, signal: call.signal }),
      )
    },
  }
}

/** The calls that change fields of posts, or fix what a check found in them. */
export const bulkHandlers = (
  work: FileWork,
): Pick<FileHandlers, 'planBulkEdit' | 'bulkEdit' | 'fixPosts'> => {
  const { library, site } = work
  const planBulk = async (ids: readonly PostId[], changes: readonly BulkChange[], options: BulkOptions) =>
    planBulkEdit(site().postsRoot, ids, changes, { ...options, schema: await library().schema() })
  return {
    planBulkEdit: async (ids, changes) =>
      (await planBulk(ids, changes, work.stoppable('planBulkEdit'))).posts,
    bulkEdit: async (chosen, changes) => {
      const call = work.stoppable('bulkEdit')
      return inParts(
        work,
        t('files.changeTitle', { count: chosen.length }),
        chosen,
        call,
        async (ids, shown) => {
          const { steps, posts } = await planBulk(ids, changes, { shown, signal: call.signal })
          const refused = posts.flatMap((post) =>
            post.kind === 'refused' ? [`${post.id}: ${post.reason}`] : [],
          )
          return { steps, refused }
        },
      )
    },
    fixPosts: async (check) => {
      const call = work.stoppable('fixPosts')
      const fixes = new Map((await library().fixesOf(check)).map((post) => [post.id, post]))
      return inParts(
        work,
        t('files.fixTitle', { check, count: fixes.size }),
        [...fixes.values()],
        call,
        (ids) =>
          planFixes(
            site().postsRoot,
            ids.flatMap((id) => fixes.get(id) ?? []),
          ),
      )
    },
  }
}
