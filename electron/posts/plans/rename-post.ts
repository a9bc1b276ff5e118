import { createHash } from 'node:crypto'
import { readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../../../shared/app-error'
import { changedLines } from '../../../shared/posts/changed-lines'
import type { PostId } from '../../../shared/posts/post'
import type { ChangedLine, RelatedPosts, RenamePlan } from '../../../shared/posts/post-rename'
import { changeFormat, decodePost, encodePost } from '../../../shared/posts/text-format'
import { idInFolder, idWithSlug, slugProblem } from '../../../shared/references/renamed-post'
import type { NamedPost } from '../../../shared/references/renamed-target'
import { filePart, folderOf, nameWithoutExtension } from '../../../shared/site/post-path'
import { slugOfPost } from '../../../shared/site/slug'
import { applyTextChanges } from '../../../shared/text/text-change'
import { codeOf } from '../../disk/calls/codes'
import { diskError } from '../../disk/disk-error'
import { readWhole } from '../../disk/read-whole'
import { resolveInside } from '../../disk/resolve-inside'
import type { Site } from '../../site/detect-site'
import { sitePathOf } from '../../site/site-path'
import type { FileStep } from '../operations/file-step'
import { createImageMover, imageFoldersOf, isBundle } from './moved-images'
import { refuseBadName } from './new-name'
import { type Rename, renameInText } from './rename-in-text'

/** A plan for the writer, and the steps that carry it out. */
export interface PlannedRename {
  readonly plan: RenamePlan
  readonly steps: readonly FileStep[]
}

/**
 * What renaming the slug of a post would change: its file or bundle, its image folders, its own references, and the
 * links and images of the posts that use it. Writes nothing. Throws an AppError where the name is taken or is none.
 */
export const planRename = async (
  site: Site,
  id: PostId,
  slug: string,
  related: RelatedPosts,
): Promise<PlannedRename> => {
  const problem = slugProblem(slug)
  if (problem) throw new AppError('bad-name', problem)
  const after = { id: idWithSlug(id, slug, site), slug }
  if (after.id === id) throw new AppError('bad-name', `The slug is ${slug} already.`)
  return planChange(site, { id, slug: slugOfPost(id, site) }, after, related)
}

/** The same for moving a post to another folder of the posts folder: what it names relative to itself goes on working. */
export const planMove = async (
  site: Site,
  id: PostId,
  folder: string,
  related: RelatedPosts,
): Promise<PlannedRename> => {
  const slug = slugOfPost(id, site)
  const after = { id: idInFolder(id, folder), slug }
  if (after.id === id) throw new AppError('bad-name', `${id} is in this folder already.`)
  await refuseBadName(site.postsRoot, folder)
  return planChange(site, { id, slug }, after, related)
}

const planChange = async (
  site: Site,
  before: NamedPost,
  after: NamedPost,
  { using, sharing }: RelatedPosts,
): Promise<PlannedRename> => {
  const { id } = before
  await refuseTaken(site, before, after)
  const { moved, warnings: shared } = await imageFoldersOf(site, before, after, sharing)
  const rename: Rename = { site, before, after, imageNow: createImageMover(site, moved) }
  const files: { id: PostId; changes: readonly ChangedLine[] }[] = []
  const warnings = [...shared]
  const steps: FileStep[] = []
  for (const from of [...using.filter((other) => other !== id), id]) {
    const path = await resolveInside(site.postsRoot, from)
    const { bytes } = await readWhole(path, `Cannot read ${from}`)
    const { text, format } = decodePost(bytes)
    const { changes, left } = await renameInText(text, from, rename)
    warnings.push(...left)
    if (changes.length === 0) continue
    const changed = applyTextChanges(text, changes)
    files.push({ id: from, changes: changedLines(text, changes) })
    steps.push({
      kind: 'write',
      path,
      before: bytes,
      after: encodePost(changed, changeFormat(text, format, changes)),
    })
  }
  const own = ownMove(site, before, after)
  const images = moved.map(({ from, to }) => ({ from: join(site.root, from), to: join(site.root, to) }))
  const moves = [
    ...images.filter(({ from, to }) => from !== to && shown(site, from) !== shown(site, own.from)),
    own,
  ]
  for (const { from, to } of moves) steps.push({ kind: 'move', from, to })
  return {
    plan: {
      mark: markOf(steps),
      id: after.id,
      moves: moves.map(({ from, to }) => ({ from: shown(site, from), to: shown(site, to) })),
      files,
      warnings,
    },
    steps,
  }
}

const markOf = (steps: readonly FileStep[]): string => {
  const hash = createHash('sha256')
  for (const step of steps) {
    if (step.kind === 'move') hash.update(`${step.from}\n${step.to}\n`)
    else if (step.kind === 'write') hash.update(`${step.path}\n`).update(step.before).update(step.after)
  }
  return hash.digest('hex').slice(0, 32)
}

interface Move {
  readonly from: string
  readonly to: string
}

const ownMove = ({ postsRoot }: Site, before: NamedPost, after: NamedPost): Move =>
  isBundle(before.id)
    ? { from: join(postsRoot, folderOf(before.id)), to: join(postsRoot, folderOf(after.id)) }
    : { from: join(postsRoot, before.id), to: join(postsRoot, after.id) }

const refuseTaken = async (site: Site, before: NamedPost, after: NamedPost): Promise<void> => {
  const { from, to } = ownMove(site, before, after)
  const fold = (name: string) => name.normalize('NFC').toLowerCase()
  const names = await namesIn(dirname(to))
  const stem = (name: string) => fold(isBundle(before.id) ? name : nameWithoutExtension(name))
  const own = dirname(from) === dirname(to) ? filePart(from.replaceAll('\\', '/')) : null
  const wanted = stem(filePart(to.replaceAll('\\', '/')))
  const taken = names.find(
    (name) =>
      name !== own && stem(name) === wanted && (isBundle(before.id) || /\.(?:md|markdown|mdx)$/i.test(name)),
  )
  if (taken !== undefined)
    throw new AppError('already-exists', `${taken} has this slug already. Choose another one.`)
}

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [] // it is made with the move
    throw diskError(error, 'Cannot look at the new folder')
  }
}

const shown = ({ root }: Site, path: string): string => sitePathOf(root, path)
