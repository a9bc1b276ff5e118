import { readdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { PostId } from '../../../shared/posts/post'
import { isMarkdownName } from '../../../shared/site/post-path'
import { t } from '../../../shared/texts/translate'
import { diskError } from '../../disk/disk-error'
import type { IsIgnored } from './ignore-rules'
import { lookAtName, outsideLink, type SeenName } from './look-at-name'

/** A post's file as a look at the folder shows it. */
export interface PostFile {
  readonly id: PostId
  readonly size: number
  readonly modifiedMs: number
  /** The real path of the file, where a link leads to it. */
  readonly target?: string
  /** Why the file is listed and not read. */
  readonly problem?: string
}

/** A folder or file that could not be looked at, with a message for the writer. */
export interface WalkProblem {
  readonly path: string
  readonly message: string
}

export interface Walk {
  readonly files: PostFile[]
  readonly problems: WalkProblem[]
  /** Posts and folders that Git alone leaves out; folders end with a slash. */
  readonly ignored: string[]
}

const deepest = 64
/** A folder of any size is looked at in parts that take a few milliseconds each. */
const filesAtOnce = 250

/**
 * Looks at the posts below `start` (a path inside `root`, empty for all), some files at a step: the caller decides
 * when the next step comes. Links are followed inside `bounds` only, and once, so a loop of them ends. The root itself
 * must be there.
 */
export function* walkPosts(
  root: string,
  isIgnored: IsIgnored,
  start = '',
  bounds: readonly string[] = [root],
): Generator<Walk, Walk> {
  const walk: Walk = { files: [], problems: [], ignored: [] }
  const seen = new Set<string>()
  const folders = [start]
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    folders.push(...(yield* lookAt(root, folder, isIgnored, walk, seen, bounds)))
    yield walk
  }
  return walk
}

function* lookAt(
  root: string,
  folder: string,
  isIgnored: IsIgnored,
  walk: Walk,
  seen: Set<string>,
  bounds: readonly string[],
): Generator<Walk, string[]> {
  const below: string[] = []
  let looked = 0
  try {
    const path = join(root, folder)
    const real = realpathSync(path)
    if (seen.has(real) || folder.split('/').length > deepest) return []
    seen.add(real)
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const id = folder === '' ? entry.name : `${folder}/${entry.name}`
      const markdown = isMarkdownName(entry.name)
      if (!markdown && !entry.isDirectory() && !entry.isSymbolicLink()) continue
      if (++looked % filesAtOnce === 0) yield walk
      const found = entry.isDirectory() ? null : seenName(root, id, walk, bounds)
      const isFolder = entry.isDirectory() || found?.kind === 'folder'
      const ignoredBy = isIgnored(id, isFolder)
      if (ignoredBy === 'git' && (isFolder || markdown)) walk.ignored.push(isFolder ? `${id}/` : id)
      if (ignoredBy !== false) continue
      if (found?.isOutside && isFolder) walk.problems.push({ path: id, message: outsideLink(id) })
      else if (isFolder) below.push(id)
      else if (markdown && found) walk.files.push(...postFileOf(id, found))
    }
  } catch (error) {
    if (folder === '') throw diskError(error, t('files.cannotOpenFolder', { name: root }))
    walk.problems.push({
      path: folder,
      message: diskError(error, t('files.cannotOpenSubfolder', { folder })).message,
    })
  }
  return below
}

/** The file of a post as it was seen; one that a link leads out for is listed with a problem. Nothing for what is no file. */
export const postFileOf = (id: PostId, { kind, stats, target, isOutside }: SeenName): readonly PostFile[] => {
  const known = { id, size: stats.size, modifiedMs: stats.mtimeMs }
  if (isOutside) return [{ ...known, problem: outsideLink(id) }]
  return kind === 'file' ? [{ ...known, ...(target === undefined ? {} : { target }) }] : []
}

const seenName = (root: string, id: string, walk: Walk, bounds: readonly string[]): SeenName | null => {
  try {
    return lookAtName(root, id, bounds)
  } catch (error) {
    const problem = diskError(error, t('files.cannotRead', { name: id }))
    if (id.includes('\ufffd'))
      walk.problems.push({
        path: id,
        message: t('files.nameNotUtf8', { id }),
      })
    // What was deleted since the folder was listed is simply not there; anything else the writer should hear of.
    else if (problem.kind !== 'not-found') walk.problems.push({ path: id, message: problem.message })
    return null
  }
}
