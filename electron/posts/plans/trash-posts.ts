import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../../../shared/app-error'
import { wordsOf } from '../../../shared/platform-words'
import type { PostId } from '../../../shared/posts/post'
import { filePart, folderOf, isMarkdownName } from '../../../shared/site/post-path'
import { t } from '../../../shared/texts/translate'
import { diskError } from '../../disk/disk-error'
import { readWhole } from '../../disk/read-whole'
import { resolveInside } from '../../disk/resolve-inside'
import type { FileStep } from '../operations/file-step'

/** The steps that move posts to the trash, and the posts that cannot be moved, with the reasons. */
export interface PlannedTrash {
  /** For each post, its own file first, then the files of its bundle. */
  readonly steps: ReadonlyMap<PostId, readonly FileStep[]>
  readonly refused: readonly string[]
  /** Folders of bundles to remove when they are empty. */
  readonly emptied: readonly string[]
}

/**
 * Plans moving posts to the system's trash; a bundle's files move along unless other posts share the folder. The bytes
 * are kept for undo. Writes nothing.
 */
export const planTrash = async (root: string, ids: readonly PostId[]): Promise<PlannedTrash> => {
  const steps = new Map<PostId, readonly FileStep[]>()
  const refused: string[] = []
  const emptied: string[] = []
  for (const id of ids) {
    try {
      const path = await resolveInside(root, id)
      const files = await filesOfBundle(path, id)
      const planned = []
      for (const file of [path, ...files]) {
        const { bytes } = await readWhole(
          file,
          t('files.cannotMoveToBin', { name: id, bin: wordsOf(process.platform).bin }),
        )
        planned.push({ kind: 'trash', path: file, bytes } as const)
      }
      steps.set(id, planned)
      if (isBundle(id)) emptied.push(...new Set([...files.map(dirname), dirname(path)]))
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      refused.push(error.message)
    }
  }
  return { steps, refused, emptied }
}

const isBundle = (id: PostId): boolean => /^index\.\w+$/i.test(filePart(id)) && folderOf(id) !== ''

/** The files that move with a bundle's post: its whole folder, if no other post is in it. */
const filesOfBundle = async (path: string, id: PostId): Promise<readonly string[]> => {
  if (!isBundle(id)) return []
  try {
    const entries = await readdir(dirname(path), { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
    const others = files.filter((file) => file !== path)
    return others.some(isMarkdownName) ? [] : others
  } catch (error) {
    throw diskError(error, t('files.cannotAccessFolderOf', { id }))
  }
}
