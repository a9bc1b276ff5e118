import { readdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import type { PostId } from '../../../shared/posts/post'
import { isMarkdownName } from '../../../shared/site/post-path'
import { t } from '../../../shared/texts/translate'
import { diskError } from '../../disk/disk-error'
import type { IsIgnored } from './ignore-rules'
import { lookAtName, outsideLink, type SeenName } from './look-at-name'

/** A post's file as listed in its folder. */
export interface PostFile {
  readonly id: PostId
  readonly size: number
  readonly modifiedMs: number
  /** When the file's bytes or its name were last changed: programs set `modifiedMs` back, but not this. */
  readonly changedMs: number
  /** The real path of the file if a link leads to it. */
  readonly target?: string
  /** Why the file is listed but not read. */
  readonly problem?: string
}

/** A folder or file that could not be read, with a message for the user. */
export interface WalkProblem {
  readonly path: string
  readonly message: string
}

export interface Walk {
  readonly files: PostFile[]
  readonly problems: WalkProblem[]
  /** Posts and folders that are left out only because of Git; folders end with a slash. */
  readonly ignored: string[]
}

const deepest = 64
/** Large folders are read in parts that take a few milliseconds each. */
const filesAtOnce = 250

/**
 * Walks the posts below `start` (a path inside `root`, empty for all), some files per step: the caller decides when to
 * take the next step. Links are followed only inside `bounds`, and once, so loops end. The root itself must exist.
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

/** The post's file; a link that leads outside is listed with a problem. Nothing if it is not a file. */
export const postFileOf = (id: PostId, { kind, stats, target, isOutside }: SeenName): readonly PostFile[] => {
  const known = { id, size: stats.size, modifiedMs: stats.mtimeMs, changedMs: stats.ctimeMs }
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
    // A file deleted since the folder was listed is not an error; anything else is reported.
    else if (problem.kind !== 'not-found') walk.problems.push({ path: id, message: problem.message })
    return null
  }
}
