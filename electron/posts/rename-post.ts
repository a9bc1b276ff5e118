import { createHash } from 'node:crypto'
import { lstat, readdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { AppError } from '../../shared/app-error'
import { changedLines } from '../../shared/changed-lines'
import { commonFields } from '../../shared/front-matter/common-fields'
import { editField } from '../../shared/front-matter/edit'
import { parseFrontMatter } from '../../shared/front-matter/parse'
import { splitPost } from '../../shared/front-matter/split'
import type { PostId } from '../../shared/post'
import type { ChangedLine, RenamePlan } from '../../shared/post-rename'
import { codeRanges } from '../../shared/references/code-ranges'
import { referencesIn } from '../../shared/references/references'
import { idInFolder, idWithSlug, slugProblem } from '../../shared/references/renamed-post'
import { movedReference, type NamedPost, renamedTarget } from '../../shared/references/renamed-target'
import { filePart, folderOf, nameWithoutExtension } from '../../shared/site/post-path'
import { assetCandidates, folderForPost } from '../../shared/site/resolve-asset'
import { slugOfPost } from '../../shared/slug'
import { applyTextChanges, type TextChange } from '../../shared/text-change'
import { changeFormat, decodePost, encodePost } from '../../shared/text-format'
import type { Site } from '../site/detect-site'
import { codeOf, diskError } from './disk-error'
import type { FileStep } from './file-operation'
import { readWhole } from './read-whole'
import { resolveInside } from './resolve-inside'

/** A plan for the writer, and the steps that carry it out. */
export interface PlannedRename {
  readonly plan: RenamePlan
  readonly steps: readonly FileStep[]
}

/**
 * What renaming the slug of a post would change: its file or bundle, its image folder, its own references, and the
 * links of `linking`, the posts that link to it. Writes nothing. Throws an AppError where the name is taken or is none.
 */
export const planRename = async (
  site: Site,
  id: PostId,
  slug: string,
  linking: readonly PostId[],
): Promise<PlannedRename> => {
  const problem = slugProblem(slug)
  if (problem) throw new AppError('bad-name', problem)
  const after = { id: idWithSlug(id, slug, site.profile), slug }
  if (after.id === id) throw new AppError('bad-name', `The slug is ${slug} already.`)
  return planChange(site, { id, slug: slugOfPost(id, site.profile) }, after, linking)
}

/** The same for moving a post to another folder of the posts folder: what it names relative to itself goes on working. */
export const planMove = async (
  site: Site,
  id: PostId,
  folder: string,
  linking: readonly PostId[],
): Promise<PlannedRename> => {
  const slug = slugOfPost(id, site.profile)
  const after = { id: idInFolder(id, folder), slug }
  if (after.id === id) throw new AppError('bad-name', `${id} is in this folder already.`)
  return planChange(site, { id, slug }, after, linking)
}

const planChange = async (
  site: Site,
  before: NamedPost,
  after: NamedPost,
  linking: readonly PostId[],
): Promise<PlannedRename> => {
  const { id } = before
  await refuseTaken(site, before, after)
  const images = await imageFolderOf(site, before, after)
  const files: { id: PostId; changes: readonly ChangedLine[] }[] = []
  const warnings: string[] = []
  const steps: FileStep[] = []
  for (const from of [...linking.filter((other) => other !== id), id]) {
    const path = await resolveInside(site.postsRoot, from)
    const { bytes } = await readWhole(path, `Cannot read ${from}`)
    const { text, format } = decodePost(bytes)
    const changes = [
      ...linkChanges(text, from, before, after, warnings),
      ...(from === id ? await ownChanges(text, site, before, after, images, warnings) : []),
    ].sort((a, b) => a.from - b.from)
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
  const moves = [...(images ? [images] : []), ownMove(site, before, after)]
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

const isBundle = (id: PostId): boolean =>
  /^index$/i.test(nameWithoutExtension(filePart(id))) && folderOf(id) !== ''

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

/** The folder of the post's own images, where the site names it by the slug, and where it goes. */
const imageFolderOf = async (site: Site, before: NamedPost, after: NamedPost): Promise<Move | null> => {
  for (const pattern of site.imageFolders.filter((known) => /\{(?:slug|name)\}/.test(known))) {
    const from = folderForPost(pattern, before.id, before.slug, site)
    const to = folderForPost(pattern, after.id, after.slug, site)
    if (from === null || to === null || from === to || !(await isFolder(join(site.root, from)))) continue
    // The folder of a bundle is moved with the post.
    if (isBundle(before.id) && join(site.root, from) === join(site.postsRoot, folderOf(before.id))) continue
    if (await isFolder(join(site.root, to)))
      throw new AppError('already-exists', `There is an image folder ${to} already. Choose another slug.`)
    return { from: join(site.root, from), to: join(site.root, to) }
  }
  return null
}

const namesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return await readdir(folder)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [] // it is made with the move
    throw diskError(error, 'Cannot look at the new folder')
  }
}

const isFolder = async (path: string): Promise<boolean> => {
  try {
    return (await lstat(path)).isDirectory()
  } catch (error) {
    if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return false
    throw error
  }
}

const linkChanges = (
  text: string,
  from: PostId,
  before: NamedPost,
  after: NamedPost,
  warnings: string[],
): TextChange[] => {
  const { bodyFrom } = splitPost(text)
  return referencesIn(text, bodyFrom, codeRanges(text, bodyFrom)).flatMap((reference) => {
    const result = renamedTarget(
      reference.kind,
      reference.target,
      from,
      before,
      after,
      from === before.id ? after.id : from,
    )
    if (result.kind === 'same') return []
    if (result.written !== null) return [{ from: reference.from, to: reference.to, insert: result.written }]
    warnings.push(`${from}: the link ${reference.target} is left as it is; look at it yourself.`)
    return []
  })
}

/** The post's own slug field, and its images where they are written with the folder that moves. */
const ownChanges = async (
  text: string,
  site: Site,
  before: NamedPost,
  after: NamedPost,
  images: Move | null,
  warnings: string[],
): Promise<TextChange[]> => {
  const split = splitPost(text)
  const head = parseFrontMatter(text, split)
  const changes: TextChange[] = []
  if (head.kind === 'parsed') {
    if (head.data.slug === before.slug) changes.push(...fieldChanges(text, 'slug', after.slug, warnings))
    const { image } = commonFields(head.data)
    const moved = image === '' ? null : movedImage(image, site, before, after, images)
    const key = Object.keys(head.data).find((name) => head.data[name] === image)
    if (moved !== null && key !== undefined) changes.push(...fieldChanges(text, key, moved, warnings))
  }
  for (const { kind, target, from, to } of referencesIn(
    text,
    split.bodyFrom,
    codeRanges(text, split.bodyFrom),
  )) {
    const isSame = renamedTarget(kind, target, before.id, before, after, after.id).kind === 'same'
    const inFolder = isSame && !isBundle(before.id) ? movedReference(target, before.id, after.id) : null
    const isOwn = kind === 'image' && images !== null && placeIn(images, target, site, before) !== undefined
    const moved = isOwn ? movedImage(target, site, before, after, images) : inFolder
    if (moved !== null) changes.push({ from, to, insert: moved })
  }
  return changes
}

const fieldChanges = (
  text: string,
  key: string,
  value: string,
  warnings: string[],
): readonly TextChange[] => {
  const edit = editField(text, [key], value)
  if (edit.kind === 'changes') return edit.changes
  warnings.push(`The field ${key} is left as it is: ${edit.reason}`)
  return []
}

/** An image reference with the new folder in it; null where it needs no change. */
const movedImage = (
  written: string,
  site: Site,
  before: NamedPost,
  after: NamedPost,
  images: Move | null,
): string | null => {
  if (!images) return null
  const [from, to] = [shown(site, images.from), shown(site, images.to)]
  const inside = placeIn(images, written, site, before)
  if (inside === undefined) return null
  const wanted = to + inside.slice(from.length)
  if (candidatesOf(written, site, after).includes(wanted)) return null // a bare name finds its way by itself
  const old = filePart(from)
  for (let at = written.lastIndexOf(old); at >= 0; at = at === 0 ? -1 : written.lastIndexOf(old, at - 1)) {
    const moved = written.slice(0, at) + filePart(to) + written.slice(at + old.length)
    if (candidatesOf(moved, site, after).includes(wanted)) return moved
  }
  return null
}

/** Where inside the post's own image folder a reference leads, as a path of the site. */
const placeIn = (images: Move, written: string, site: Site, before: NamedPost): string | undefined =>
  candidatesOf(written, site, before).find((path) => path.startsWith(`${shown(site, images.from)}/`))

const candidatesOf = (reference: string, site: Site, { id, slug }: NamedPost): readonly string[] =>
  assetCandidates({ reference, postId: id, slug, site })

const shown = ({ root }: Site, path: string): string =>
  (path.startsWith(root) ? path.slice(root.length + 1) : path).replaceAll('\\', '/')
