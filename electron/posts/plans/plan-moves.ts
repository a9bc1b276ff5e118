import { createHash } from 'node:crypto'
import { changedText } from '../../../shared/addresses/change/changed-text'
import { changeOnPaper, type SiteChange } from '../../../shared/addresses/change/site-change'
import type { Page, SitePath } from '../../../shared/addresses/rules/page'
import { plannedChanges } from '../../../shared/posts/changed-lines'
import type { LeftOver, PlannedFile } from '../../../shared/posts/post-rename'
import { changeFormat, encodePost } from '../../../shared/posts/text-format'
import { lastName } from '../../../shared/references/last-name'
import { textReferences } from '../../../shared/references/text-references'
import { idOfPost, isMarkdownName, pathOfPost } from '../../../shared/site/post-path'
import { applyTextChanges, type TextChange } from '../../../shared/text/text-change'
import { resolveInside } from '../../disk/resolve-inside'
import { revisionOf } from '../../disk/revision'
import type { FileStep } from '../operations/file-step'
import { inParallel, inSlices } from './in-parallel'
import {
  type LookedSite,
  type PostAddresses,
  pageOfText,
  placeOf,
  readText,
  readTextNow,
  type SiteLook,
} from './site-look'

/** A file or folder that moves within the site. */
export interface SiteMove {
  readonly from: SitePath
  readonly to: SitePath
}

/** Files that move, and edits that the operation itself makes to texts. */
export interface MoveRequest {
  readonly moves: readonly SiteMove[]
  readonly edits?: ReadonlyMap<SitePath, (text: string) => readonly TextChange[]>
  /** Changes to leave out, by their keys. */
  readonly excluded?: ReadonlySet<string>
}

/** The effects of a move, and the steps that carry it out. */
export interface PlannedMoves {
  readonly fingerprint: string
  readonly files: readonly PlannedFile[]
  readonly unchangeable: readonly LeftOver[]
  readonly change: SiteChange
  readonly steps: readonly FileStep[]
}

/**
 * Plans moving files of a site so that every reference keeps its meaning. All references to and in the moved files are
 * resolved before and after the move; those that would break are rewritten. Writes nothing.
 */
export const planMoves = async (
  site: LookedSite,
  look: SiteLook,
  { moves, edits = new Map(), excluded = new Set() }: MoveRequest,
  known?: PostAddresses,
): Promise<PlannedMoves> => {
  const moved = expanded(moves, look)
  const changed = [...new Set([...moved.keys(), ...edits.keys()])].filter(
    (path) => isMarkdownName(path) || look.map.pages.has(path),
  )
  const pages = await inParallel(changed, async (path): Promise<Page[]> => {
    const text = (await readText(site, path))?.text
    const edit = edits.get(path)
    if (text === undefined) return []
    return [pageOfText(edit ? applyTextChanges(text, edit(text)) : text, moved.get(path) ?? path, site)]
  })
  const change = changeOnPaper(look.map, moved, pages.flat())
  const names = change.names()
  const posts = known ? (await known.naming([...names])).map((id) => pathOfPost(id, site)) : []
  const texts = [...new Set([...posts, ...look.outside, ...changed])].sort()
  const planned = await inSlices(texts, (path) =>
    planText(site, path, { change, names, excluded }, edits.get(path)),
  )
  const found = planned.filter((one) => one !== null)
  for (const { file, step } of found)
    if (step && look.links.has(file.path))
      await resolveInside(file.id === null ? site.root : site.postsRoot, file.id ?? file.path)
  const files = found.filter(({ file }) => file.changes.length > 0).map(({ file }) => file)
  const steps: FileStep[] = found.flatMap(({ step }) => (step ? [step] : []))
  for (const { from, to } of moves)
    steps.push({ kind: 'move', from: placeOf(from, site), to: placeOf(to, site) })
  return {
    fingerprint: fingerprintOf(moves, found),
    files: [...files.filter(({ id }) => id !== null), ...files.filter(({ id }) => id === null)],
    unchangeable: found.flatMap(({ unchangeable }) => unchangeable),
    change,
    steps,
  }
}

const expanded = (moves: readonly SiteMove[], { map }: SiteLook): ReadonlyMap<SitePath, SitePath> => {
  const moved = new Map<SitePath, SitePath>()
  for (const { from, to } of moves) {
    if (map.files.has(from)) moved.set(from, to)
    for (const path of map.files)
      if (path.startsWith(`${from}/`)) moved.set(path, to + path.slice(from.length))
  }
  return moved
}

interface PlannedText {
  readonly file: PlannedFile
  readonly revision: string
  readonly unchangeable: readonly LeftOver[]
  readonly step: FileStep | null
}

interface TextPlan {
  readonly change: SiteChange
  readonly names: ReadonlySet<string>
  readonly excluded: ReadonlySet<string>
}

const planText = (
  site: LookedSite,
  path: SitePath,
  { change, names, excluded }: TextPlan,
  edit: ((text: string) => readonly TextChange[]) | undefined,
): PlannedText | null => {
  const read = readTextNow(site, path)
  if (read === null || (!edit && !mayName(read.text, path, names, site))) return null
  const { text, format, bytes, place } = read
  const own = edit?.(text) ?? []
  const isFree = ({ from, to }: TextChange) => own.every((one) => one.to <= from || to <= one.from)
  const { changes, left: unchangeable } = changedText(text, path, change)
  const free = changes.filter(isFree)
  if (own.length === 0 && free.length === 0 && unchangeable.length === 0) return null
  const id = isMarkdownName(path) ? idOfPost(path, site) : null
  const file = { path, id, changes: plannedChanges(path, text, own, free) }
  const wanted = free.filter((one) => !excluded.has(keyOf(path, one)))
  const all = [...own, ...wanted].sort((a, b) => a.from - b.from)
  return {
    file,
    revision: revisionOf(bytes),
    unchangeable: unchangeable.map(({ target, at, reason }) => ({
      path,
      line: lineAt(text, at),
      target,
      reason,
    })),
    step:
      all.length === 0
        ? null
        : {
            kind: 'write',
            path: place,
            before: bytes,
            after: encodePost(applyTextChanges(text, all), changeFormat(text, format, all)),
          },
  }
}

/** Whether a text that is not a post may refer to what moves; the index answers that for posts. */
const mayName = (text: string, path: SitePath, names: ReadonlySet<string>, site: LookedSite): boolean =>
  isMarkdownName(path) ||
  textReferences(text).some((reference) => {
    const name = lastName(reference, site.address)
    return name !== null && name !== '..' && names.has(name)
  })

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length

/** The key of a change, for excluding it. */
const keyOf = (path: SitePath, { from }: TextChange): string => `${path}:${from}`

const fingerprintOf = (moves: readonly SiteMove[], texts: readonly PlannedText[]): string => {
  const hash = createHash('sha256')
  for (const { from, to } of moves) hash.update(`${from}\n${to}\n`)
  for (const { file, revision } of texts)
    hash.update(
      `${file.path}\n${revision}\n${file.changes.map(({ key, after }) => `${key} ${after}`).join('\n')}\n`,
    )
  return hash.digest('hex').slice(0, 32)
}
