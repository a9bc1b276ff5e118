import { join } from 'node:path'
import { pathInFolder } from '../../shared/addresses/change/renamed-page'
import { AppError, messageOf } from '../../shared/app-error'
import { itemAt } from '../../shared/base/item-at'
import type { BulkChange } from '../../shared/front-matter/edit/bulk-change'
import type { MainNotice } from '../../shared/ipc/app-calls'
import type { fileCalls } from '../../shared/ipc/file-calls'
import { wordsOf } from '../../shared/platform-words'
import type { PostId, Revision } from '../../shared/posts/post'
import type { FilesChanged, RenameChoices } from '../../shared/posts/post-rename'
import { encodePost } from '../../shared/posts/text-format'
import { t } from '../../shared/texts/translate'
import { resolveInside } from '../disk/resolve-inside'
import type { LibraryClient } from '../library/process/client'
import type { FileStep } from '../posts/operations/file-step'
import { takenSteps } from '../posts/operations/kept-steps'
import type { Operations } from '../posts/operations/operations'
import { type BulkOptions, planBulkEdit } from '../posts/plans/bulk-edit'
import { planFixes } from '../posts/plans/fix-posts'
import type { PlanRequest } from '../posts/plans/folder-plans'
import { refuseBadName } from '../posts/plans/new-name'
import { planReplace, replacedLines } from '../posts/plans/replace-in-posts'
import { planTrash } from '../posts/plans/trash-posts'
import type { HandlersOf } from '../security/ipc'
import type { Site } from '../site/detect-site'
import { shown } from './files-changed'

type Report = (done: number, total: number) => void

const paceMs = 50

/** Reports progress at most every 50 ms, and always the end. */
export const pacedProgress = (report: Report, now: () => number = Date.now): Report => {
  let last = Number.NEGATIVE_INFINITY
  return (done, total) => {
    if (done < total && now() - last < paceMs) return
    last = now()
    report(done, total)
  }
}

export interface FileHandlersOptions {
  readonly library: () => LibraryClient
  readonly site: () => Site
  readonly operations: Operations
  readonly onProgress: (done: number, total: number) => void
  /** Shows a notice without stopping the call. */
  readonly tell: (notice: MainNotice) => void
  /** How many posts are in memory at once, in their old and new versions. */
  readonly postsAtOnce?: number
}

type FileCall = keyof typeof fileCalls

/** The calls that move, copy and rewrite files; each can be undone. */
export const fileHandlers = (options: FileHandlersOptions): HandlersOf<typeof fileCalls> => {
  const { library, site, operations, postsAtOnce = 500 } = options
  const onProgress = pacedProgress(options.onProgress)
  const running = new Map<FileCall, AbortController>()

  const carryOut = async (
    title: string,
    request: PlanRequest,
    fingerprint: string,
  ): Promise<FilesChanged> => {
    const { fingerprint: now, steps: ticket } = await library().planSteps(request)
    if (now !== fingerprint) throw new AppError('busy', t('files.postsChanged'))
    const steps = await takenSteps(library(), ticket)
    return shown(await operations.run({ title, steps, afterCrash: 'finish', onProgress }))
  }
  const move = async (
    id: PostId,
    folder: string,
    choices: RenameChoices,
    excluded: readonly string[] = [],
  ): Promise<PlanRequest> => {
    await resolveInside(site().postsRoot, pathInFolder(id, folder, { ...site(), postsFolder: '.' })) // a folder may be a link that leads outside
    return { kind: 'move', id, to: folder, choices, excluded }
  }
  const planBulk = async (ids: readonly PostId[], changes: readonly BulkChange[], options: BulkOptions) =>
    planBulkEdit(site().postsRoot, ids, changes, { ...options, schema: await library().schema() })
  /** Makes a call cancelable. A new call of the same kind cancels it; other calls run in parallel. */
  const stoppable = (call: FileCall) => {
    running.get(call)?.abort()
    const controller = new AbortController()
    running.set(call, controller)
    return { signal: controller.signal, onProgress }
  }

  /** Plans and writes many posts in parts, each as it was shown; one undo reverts them all. */
  const inParts = async (
    title: string,
    chosen: readonly ShownPost[],
    { signal, onProgress }: ReturnType<typeof stoppable>,
    plan: (
      ids: readonly PostId[],
      shown: ReadonlyMap<PostId, Revision>,
    ) => Promise<{ readonly steps: readonly FileStep[]; readonly refused: readonly string[] }>,
  ): Promise<FilesChanged> => {
    const refused: string[] = []
    const parts = async function* () {
      for (let at = 0; at < chosen.length && !signal.aborted; at += postsAtOnce) {
        const part = new Map(chosen.slice(at, at + postsAtOnce).map(({ id, revision }) => [id, revision]))
        try {
          const planned = await plan([...part.keys()], part)
          refused.push(...planned.refused)
          yield planned.steps
        } catch (error) {
          if (!signal.aborted) refused.push(messageOf(error)) // the earlier parts are done and can be undone
          return
        }
      }
    }
    const files = chosen.map(({ id }) => join(site().postsRoot, id))
    const work = { title, parts: parts(), total: chosen.length, files, signal, onProgress }
    const { undo, done, failed } = shown(await operations.runInParts(work))
    if (!signal.aborted) onProgress(chosen.length, chosen.length) // refused posts count as done
    return { undo, done, failed: [...failed, ...refused] }
  }

  return {
    planRename: (id, slug, choices) =>
      library().planFiles({ kind: 'rename', id, to: slug, choices, excluded: [] }),
    renamePost: (id, slug, choices, fingerprint, excluded) =>
      carryOut(
        t('files.renameTitle', { name: id }),
        { kind: 'rename', id, to: slug, choices, excluded },
        fingerprint,
      ),
    planMove: async (id, folder, choices) => library().planFiles(await move(id, folder, choices)),
    movePost: async (id, folder, choices, fingerprint, excluded) =>
      carryOut(t('files.moveTitle', { name: id }), await move(id, folder, choices, excluded), fingerprint),
    planDate: (id, date, choices) =>
      library().planFiles({ kind: 'date', id, to: date, choices, excluded: [] }),
    datePost: (id, date, choices, fingerprint, excluded) =>
      carryOut(
        t('files.redateTitle', { name: id }),
        { kind: 'date', id, to: date, choices, excluded },
        fingerprint,
      ),
    createPost: async (id, { text, format }) => {
      const path = await resolveInside(site().postsRoot, id)
      await refuseBadName(site().postsRoot, id)
      const steps = [{ kind: 'create', path, bytes: encodePost(text, format) }] as const
      return shown(
        await operations.run({ title: t('files.createTitle', { name: id }), steps, afterCrash: 'finish' }),
      )
    },
    duplicatePost: async (id) => {
      const { id: copy, steps: ticket } = await library().planCopySteps(id)
      const steps = await takenSteps(library(), ticket)
      const result = await operations.run({
        title: t('files.copyTitle', { name: id }),
        steps,
        afterCrash: 'finish',
        onProgress,
      })
      return { id: copy, changed: shown(result) }
    },
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
    planReplace: async (request) => {
      const work = stoppable('planReplace')
      const found = await library().search({ ...request, limit: maxPosts })
      const ids = found.hits.map(({ id }) => id)
      const { files, refused } = await planReplace(site().postsRoot, ids, request, {
        ...work,
        keepSteps: false,
      })
      // A post that cannot be read does not stop the others: it is reported, or thrown if it is the only one.
      if (refused[0] !== undefined && files.length === 0) throw new AppError('failed', refused[0])
      for (const reason of refused.slice(0, maxReported)) options.tell({ kind: 'warning', text: reason })
      return files
    },
    replacedLines: (request, post, from) => replacedLines(site().postsRoot, post, request, from),
    replaceInPosts: async (request, chosen) => {
      const work = stoppable('replaceInPosts')
      const { postsRoot } = site()
      return inParts(t('files.replaceTitle', { text: request.text }), chosen, work, (ids, shown) =>
        planReplace(postsRoot, ids, request, { shown, signal: work.signal }),
      )
    },
    planBulkEdit: async (ids, changes) => (await planBulk(ids, changes, stoppable('planBulkEdit'))).posts,
    bulkEdit: async (chosen, changes) => {
      const work = stoppable('bulkEdit')
      return inParts(t('files.changeTitle', { count: chosen.length }), chosen, work, async (ids, shown) => {
        const { steps, posts } = await planBulk(ids, changes, { shown, signal: work.signal })
        const refused = posts.flatMap((post) =>
          post.kind === 'refused' ? [`${post.id}: ${post.reason}`] : [],
        )
        return { steps, refused }
      })
    },
    fixPosts: async (check) => {
      const work = stoppable('fixPosts')
      const fixes = new Map((await library().fixesOf(check)).map((post) => [post.id, post]))
      return inParts(t('files.fixTitle', { check, count: fixes.size }), [...fixes.values()], work, (ids) =>
        planFixes(
          site().postsRoot,
          ids.flatMap((id) => fixes.get(id) ?? []),
        ),
      )
    },
    stopOperation: () => {
      for (const controller of running.values()) controller.abort()
    },
    undoOperation: async (id) => shown(await operations.undo(id)),
  }
}

const maxPosts = 100_000
const maxReported = 3

interface ShownPost {
  readonly id: PostId
  readonly revision: Revision
}
