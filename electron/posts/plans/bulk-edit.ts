import { AppError } from '../../../shared/app-error'
import { bulkEditOf } from '../../../shared/front-matter/edit/apply-bulk'
import type { BulkChange } from '../../../shared/front-matter/edit/bulk-change'
import { publishEdit } from '../../../shared/front-matter/edit/publish'
import type { SiteSchema } from '../../../shared/front-matter/schema/site-schema'
import { lineHunks } from '../../../shared/front-matter/values/line-changes'
import type { PlannedPost } from '../../../shared/posts/planned-post'
import type { PostId, Revision } from '../../../shared/posts/post'
import { changeFormat, decodePost, encodePost } from '../../../shared/posts/text-format'
import { applyTextChanges } from '../../../shared/text/text-change'
import { t } from '../../../shared/texts/translate'
import { readWhole } from '../../disk/read-whole'
import { resolveInside } from '../../disk/resolve-inside'
import { revisionOf } from '../../disk/revision'
import type { FileStep } from '../operations/file-step'

/** What a bulk edit would do, post by post, and the steps that do it. */
export interface PlannedBulkEdit {
  readonly posts: readonly PlannedPost[]
  readonly steps: readonly FileStep[]
}

export interface BulkOptions {
  /** The conventions of the site: where a new field goes and how it is quoted. */
  readonly schema?: SiteSchema
  /** The revision of each post whose diff was shown; a post that has changed since is refused. */
  readonly shown?: ReadonlyMap<PostId, Revision>
  /** Stops between two posts. */
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * Plans front matter changes in posts, line by line. Each post gets all of them or none. Writes nothing; throws
 * `cancelled` when stopped. `operations` runs the steps, reports progress and undoes them.
 */
export const planBulkEdit = async (
  root: string,
  ids: readonly PostId[],
  changes: readonly BulkChange[],
  { schema, shown, signal, onProgress }: BulkOptions = {},
): Promise<PlannedBulkEdit> => {
  const posts: PlannedPost[] = []
  const steps: FileStep[] = []
  for (const id of ids) {
    if (signal?.aborted) throw new AppError('cancelled', t('files.bulkStopped'))
    const { planned, step } = await planPost(root, id, changes, schema, shown?.get(id))
    posts.push(planned)
    if (step) steps.push(step)
    onProgress?.(posts.length, ids.length)
  }
  return { posts, steps }
}

const planPost = async (
  root: string,
  id: PostId,
  changes: readonly BulkChange[],
  schema: SiteSchema | undefined,
  seen: Revision | undefined,
): Promise<{ readonly planned: PlannedPost; readonly step?: FileStep }> => {
  try {
    const path = await resolveInside(root, id)
    const { bytes: before } = await readWhole(path, t('files.cannotRead', { name: id }))
    const revision = revisionOf(before)
    if (seen !== undefined && seen !== revision) throw new AppError('busy', t('files.changedSinceShown'))
    const edited = editBytes(before, changes, schema)
    if (edited.kind === 'refused') return { planned: { ...edited, id } }
    if (edited.hunks.length === 0) return { planned: { kind: 'same', id } }
    return {
      planned: { kind: 'changed', id, revision, hunks: edited.hunks },
      step: { kind: 'write', path, before, after: edited.bytes },
    }
  } catch (error) {
    if (error instanceof AppError)
      return { planned: { kind: 'refused', id, reason: error.message, line: null } }
    throw error
  }
}

// Each change applies to the result of the previous one; the bytes are those of the file with all changes applied.
const editBytes = (bytes: Uint8Array, changes: readonly BulkChange[], schema: SiteSchema | undefined) => {
  const before = decodePost(bytes)
  let { text, format } = before
  for (const change of changes) {
    const edit =
      change.kind === 'publish' ? publishEdit(text, change.keys, schema) : bulkEditOf(text, change, schema)
    if (edit.kind === 'refused') return edit
    format = changeFormat(text, format, edit.changes)
    text = applyTextChanges(text, edit.changes)
  }
  return { kind: 'edited', bytes: encodePost(text, format), hunks: lineHunks(before.text, text) } as const
}
