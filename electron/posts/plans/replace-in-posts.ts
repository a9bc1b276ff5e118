import { AppError } from '../../../shared/app-error'
import { itemAt } from '../../../shared/base/item-at'
import type { PlannedReplacement, ReplacedLines, ReplacePlan } from '../../../shared/ipc/file-calls'
import { changedLines } from '../../../shared/posts/changed-lines'
import type { PostId, Revision } from '../../../shared/posts/post'
import { textToReplace } from '../../../shared/posts/post-query'
import type { SearchRequest } from '../../../shared/posts/post-search'
import { changeFormat, decodePost, encodePost } from '../../../shared/posts/text-format'
import { patternOf } from '../../../shared/posts/text-matcher'
import { applyTextChanges, type TextChange } from '../../../shared/text/text-change'
import { t } from '../../../shared/texts/translate'
import { readWhole } from '../../disk/read-whole'
import { resolveInside } from '../../disk/resolve-inside'
import { revisionOf } from '../../disk/revision'
import type { FileStep } from '../operations/file-step'

/** The effects of a replace by post, and the steps that do it. */
export interface PlannedReplace {
  readonly files: ReplacePlan
  readonly steps: readonly FileStep[]
  /** Posts that will not be changed, with the reasons. */
  readonly refused: readonly string[]
}

export interface ReplaceRequest extends Omit<SearchRequest, 'limit'> {
  /** With a regular expression, `$1` and `$<name>` are its groups, `\n` and `\t` a line break and a tab. */
  readonly replacement: string
}

export interface ReplaceOptions {
  /** The revision of each post whose lines were shown; a post that has changed since is refused. */
  readonly shown?: ReadonlyMap<PostId, Revision>
  /** False omits the steps, which contain every post twice: for a plan that is only shown. */
  readonly keepSteps?: boolean
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * Plans replacing a text in heads and bodies. Only the replaced places differ, byte for byte. Writes nothing; throws
 * `cancelled` when stopped. `replacedLines` shows the lines of each post.
 */
export const planReplace = async (
  root: string,
  ids: readonly PostId[],
  request: ReplaceRequest,
  { shown, keepSteps = true, signal, onProgress }: ReplaceOptions = {},
): Promise<PlannedReplace> => {
  const pattern = patternToReplace(request)
  const files: PlannedReplacement[] = []
  const steps: FileStep[] = []
  const refused: string[] = []
  for (const [position, id] of ids.entries()) {
    if (signal?.aborted) throw new AppError('cancelled', t('files.searchStopped'))
    const planned = await planPost(root, id, pattern, request, shown?.get(id))
    if (planned?.kind === 'refused') refused.push(`${id}: ${planned.reason}`)
    else if (planned) {
      files.push({ id, revision: planned.revision, places: planned.places })
      if (keepSteps) steps.push(planned.step)
    }
    onProgress?.(position + 1, ids.length)
  }
  return { files, steps, refused }
}

const maxLines = 100
const maxCharacters = 200_000

/**
 * The lines that the replace would change in a post, from number `from` on, as many as fit one view. Throws an AppError
 * if the post has changed since it was shown.
 */
export const replacedLines = async (
  root: string,
  { id, revision }: Pick<PlannedReplacement, 'id' | 'revision'>,
  request: ReplaceRequest,
  from: number,
): Promise<ReplacedLines> => {
  const { text } = decodePost((await readShown(root, id, revision)).bytes)
  const all = changedLines(text, replacements(text, patternToReplace(request), request))
  let to = from
  for (let room = maxCharacters; to < all.length && to < from + maxLines && room > 0; to++) {
    const { before, after } = itemAt(all, to)
    room -= before.length + after.length
  }
  return { changes: all.slice(from, to), total: all.length }
}

const patternToReplace = (request: ReplaceRequest): RegExp => {
  const text = textToReplace(request.text, request.regex)
  if (text === '') throw new AppError('bad-arguments', t('files.nothingToFind'))
  return patternOf({ ...request, text })
}

/** Reads a post; refuses one whose revision differs from the one shown. */
const readShown = async (root: string, id: PostId, seen: Revision | undefined) => {
  const path = await resolveInside(root, id)
  const { bytes } = await readWhole(path, t('files.cannotRead', { name: id }))
  const revision = revisionOf(bytes)
  if (seen !== undefined && seen !== revision) throw new AppError('busy', t('files.changedSinceShown'))
  return { path, bytes, revision }
}

const planPost = async (
  root: string,
  id: PostId,
  pattern: RegExp,
  request: ReplaceRequest,
  seen: Revision | undefined,
) => {
  try {
    const { path, bytes, revision } = await readShown(root, id, seen)
    const { text, format } = decodePost(bytes)
    const changes = replacements(text, pattern, request)
    if (changes.length === 0) return null
    const after = encodePost(applyTextChanges(text, changes), changeFormat(text, format, changes))
    const step: FileStep = { kind: 'write', path, before: bytes, after }
    return { kind: 'changed', revision, step, places: changes.length } as const
  } catch (error) {
    if (error instanceof AppError) return { kind: 'refused', reason: error.message } as const
    throw error
  }
}

const replacements = (
  text: string,
  pattern: RegExp,
  { replacement, regex }: ReplaceRequest,
): TextChange[] => {
  const changes: TextChange[] = []
  for (const match of text.matchAll(pattern)) {
    if (match[0] === '') continue
    // Escapes are split off first, so that `$1` is filled in by the engine itself.
    const insert = regex ? filledIn(replacement, match) : replacement
    if (insert !== match[0]) changes.push({ from: match.index, to: match.index + match[0].length, insert })
  }
  return changes
}

/** A line break is LF in the text; in the file it is the same as its neighbors. */
const escapes = { n: '\n', r: '\n', t: '\t', '\\': '\\' } as const

const filledIn = (replacement: string, match: RegExpExecArray): string =>
  replacement.replace(
    /\\([nrt\\])|\$(?:(\$)|(&)|(\d{1,2})|<([^<>]+)>)/g,
    (whole, escaped, dollar, all, number, name) => {
      if (escaped) return escapes[escaped as keyof typeof escapes]
      if (dollar) return '$'
      if (all) return match[0]
      const group = number === undefined ? match.groups?.[name] : match[Number(number)]
      return number !== undefined && Number(number) >= match.length ? whole : (group ?? '')
    },
  )
