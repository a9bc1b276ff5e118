import { join } from 'node:path'
import { messageOf } from '../../../shared/app-error'
import type { PostId, Revision } from '../../../shared/posts/post'
import type { FilesChanged } from '../../../shared/posts/post-rename'
import type { FileStep } from '../../posts/operations/file-step'
import type { FileWork, Stoppable } from './file-work'
import { shown } from './files-changed'

interface ShownPost {
  readonly id: PostId
  readonly revision: Revision
}

/** Plans and writes many posts in parts, each as it was shown; one undo reverts them all. */
export const inParts = async (
  { site, operations, postsAtOnce }: Pick<FileWork, 'site' | 'operations' | 'postsAtOnce'>,
  title: string,
  chosen: readonly ShownPost[],
  { signal, onProgress }: Stoppable,
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
