import { AppError, messageOf } from '../../shared/app-error'
import { type BulkChange, bulkEditOf } from '../../shared/front-matter/bulk-change'
import { type LineHunk, lineHunks } from '../../shared/front-matter/line-changes'
import type { SiteSchema } from '../../shared/front-matter/site-schema'
import type { PostId, Revision } from '../../shared/post'
import { applyTextChanges } from '../../shared/text-change'
import { changeFormat, decodePost, encodePost } from '../../shared/text-format'
import { writeAtomically } from './atomic-write'
import { readWhole } from './read-whole'
import { resolveInside } from './resolve-inside'
import { revisionOf } from './revision'

/** What a bulk edit would do to one post. Nothing is written yet. */
export type PlannedPost =
  | {
      readonly kind: 'changed'
      readonly id: PostId
      readonly revision: Revision
      readonly hunks: readonly LineHunk[]
    }
  | { readonly kind: 'same'; readonly id: PostId }
  | { readonly kind: 'refused'; readonly id: PostId; readonly reason: string; readonly line: number | null }

export interface BulkPlan {
  readonly changes: readonly BulkChange[]
  readonly posts: readonly PlannedPost[]
}

/** What became of a bulk edit; a post that could not be written is as it was, and says why. */
export interface BulkResult {
  readonly done: readonly PostId[]
  readonly failed: readonly { readonly id: PostId; readonly reason: string }[]
  /** True when it was stopped; what is in neither list was not touched. */
  readonly stopped: boolean
  readonly undo: BulkUndo
}

interface Written {
  readonly id: PostId
  readonly before: Uint8Array
  readonly after: Revision
}

/** The bytes that were replaced, and the revision that took their place. */
export interface BulkUndo {
  readonly posts: readonly Written[]
}

export interface BulkOptions {
  readonly schema?: SiteSchema
  /** Stops between two posts. */
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, total: number) => void
}

interface Edited {
  readonly bytes: Uint8Array
  /** The text before and after. */
  readonly before: string
  readonly after: string
}

/** Shows what the changes would do to each post, line by line. Writes nothing; throws `cancelled` when stopped. */
export async function planBulkEdit(
  root: string,
  ids: readonly PostId[],
  changes: readonly BulkChange[],
  options: BulkOptions = {},
): Promise<BulkPlan> {
  const posts: PlannedPost[] = []
  for (const id of ids) {
    if (options.signal?.aborted)
      throw new AppError('cancelled', 'The bulk edit was stopped; nothing was written.')
    posts.push(await planPost(root, id, changes, options.schema))
    options.onProgress?.(posts.length, ids.length)
  }
  return { changes, posts }
}

async function planPost(
  root: string,
  id: PostId,
  changes: readonly BulkChange[],
  schema: SiteSchema | undefined,
): Promise<PlannedPost> {
  try {
    const { bytes } = await readWhole(await resolveInside(root, id), `Cannot read ${id}`)
    const edited = editBytes(bytes, changes, schema)
    if ('reason' in edited) return { kind: 'refused', id, ...edited }
    if (edited.before === edited.after) return { kind: 'same', id }
    return { kind: 'changed', id, revision: revisionOf(bytes), hunks: lineHunks(edited.before, edited.after) }
  } catch (error) {
    if (error instanceof AppError) return { kind: 'refused', id, reason: error.message, line: null }
    throw error
  }
}

/** Carries a plan out. A post that changed on the disk since the plan is left alone and reported. */
export const applyBulkEdit = (
  root: string,
  plan: BulkPlan,
  options: BulkOptions = {},
): Promise<BulkResult> => {
  const todo = plan.posts.filter((post) => post.kind === 'changed')
  const rewrite: Rewrite = (bytes) => editBytes(bytes, plan.changes, options.schema)
  return writeEach(todo, options, ({ id, revision }) => writePost(root, id, revision, rewrite))
}

/** Puts the very bytes back that a bulk edit replaced; a post that changed since is left alone and reported. */
export const undoBulkEdit = (root: string, undo: BulkUndo, options: BulkOptions = {}): Promise<BulkResult> =>
  writeEach(undo.posts, options, ({ id, before, after }) =>
    writePost(root, id, after, () => ({ bytes: before })),
  )

async function writeEach<T extends { readonly id: PostId }>(
  todo: readonly T[],
  { signal, onProgress }: BulkOptions,
  write: (post: T) => Promise<Written>,
): Promise<BulkResult> {
  const written: Written[] = []
  const failed: { id: PostId; reason: string }[] = []
  for (const post of todo) {
    if (signal?.aborted) break
    try {
      written.push(await write(post))
    } catch (error) {
      failed.push({ id: post.id, reason: messageOf(error) })
    }
    onProgress?.(written.length + failed.length, todo.length)
  }
  const stopped = written.length + failed.length < todo.length
  return { done: written.map(({ id }) => id), failed, stopped, undo: { posts: written } }
}

type Rewrite = (bytes: Uint8Array) => { readonly bytes: Uint8Array } | { readonly reason: string }

async function writePost(root: string, id: PostId, revision: Revision, rewrite: Rewrite): Promise<Written> {
  const path = await resolveInside(root, id)
  const { bytes: before } = await readWhole(path, `Cannot change ${id}`)
  const changed = () => new AppError('cancelled', `${id} changed on the disk meanwhile and was left alone.`)
  if (revisionOf(before) !== revision) throw changed()
  const edited = rewrite(before)
  if ('reason' in edited) throw new AppError('failed', edited.reason)
  await writeAtomically(path, edited.bytes, {
    beforeReplace: async () => {
      const now = await readWhole(path, `Cannot change ${id}`)
      if (!now.bytes.equals(before)) throw changed()
    },
  })
  return { id, before, after: revisionOf(edited.bytes) }
}

/** Several changes on a file's bytes, each on what the one before left. */
export const editBytes = (
  bytes: Uint8Array,
  changes: readonly BulkChange[],
  schema?: SiteSchema,
): Edited | { readonly reason: string; readonly line: number | null } => {
  let { text, format } = decodePost(bytes)
  const before = text
  for (const change of changes) {
    const edit = bulkEditOf(text, change, schema)
    if (edit.kind === 'refused') return { reason: edit.reason, line: edit.line }
    format = changeFormat(text, format, edit.changes)
    text = applyTextChanges(text, edit.changes)
  }
  return { bytes: encodePost(text, format), before, after: text }
}
