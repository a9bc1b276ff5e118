import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import { AppError } from '../../shared/app-error'
import type { PostId, Revision } from '../../shared/posts/post'
import { isMarkdownName } from '../../shared/site/post-path'
import { t } from '../../shared/texts/translate'
import { isNotThereNow } from '../disk/calls/codes'
import { diskError } from '../disk/disk-error'
import { readWhole } from '../disk/read-whole'
import { revisionOf } from '../disk/revision'

/** A rename changes the record of a file, so what was moved just now has a young one. */
const youngMs = 60_000
/** A branch that is switched makes thousands of young files; a renamed one is not to be looked for among them. */
const maxCandidates = 500

/**
 * Where a file went that another program renamed: the one post that was put there just now and holds these very bytes.
 * Null where there is none, or more than one.
 */
export const findMoved = async (
  root: string,
  revision: Revision,
  now = Date.now(),
): Promise<PostId | null> => {
  const young: string[] = []
  const folders = [root]
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    for (const entry of await entriesOf(folder)) {
      const path = join(folder, entry.name)
      if (entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
        folders.push(path)
      if (!entry.isFile() || !isMarkdownName(entry.name)) continue
      const changed = await changeTimeOf(path)
      if (changed !== null && Math.abs(now - changed) < youngMs) young.push(path)
      if (young.length > maxCandidates) return null
    }
  }
  const same: string[] = []
  for (const path of young) if ((await revisionAt(path)) === revision) same.push(path)
  const [only] = same
  return only !== undefined && same.length === 1 ? relative(root, only).split(sep).join('/') : null
}

const entriesOf = async (folder: string): Promise<Dirent[]> => {
  try {
    return await readdir(folder, { withFileTypes: true })
  } catch (error) {
    if (isNotThereNow(error)) return []
    throw diskError(error, t('files.cannotSearchFolder', { folder }))
  }
}

const changeTimeOf = async (path: string): Promise<number | null> => {
  try {
    return (await stat(path)).ctimeMs
  } catch (error) {
    if (isNotThereNow(error)) return null
    throw diskError(error, t('files.cannotAccess', { name: path }))
  }
}

const revisionAt = async (path: string): Promise<Revision | null> => {
  try {
    return revisionOf((await readWhole(path, t('files.cannotReadPost'))).bytes)
  } catch (error) {
    if (error instanceof AppError) return null // gone again, too large, or not ours to read
    throw error
  }
}
