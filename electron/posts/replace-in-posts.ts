import { AppError } from '../../shared/app-error'
import { changedLines } from '../../shared/changed-lines'
import type { PostId } from '../../shared/post'
import type { ChangedLine } from '../../shared/post-rename'
import type { SearchRequest } from '../../shared/post-search'
import { applyTextChanges, type TextChange } from '../../shared/text-change'
import { changeFormat, decodePost, encodePost } from '../../shared/text-format'
import { patternOf } from '../../shared/text-matcher'
import type { FileStep } from './file-operation'
import { readWhole } from './read-whole'
import { resolveInside } from './resolve-inside'

/** What a replace would do, post by post, and the steps that do it. */
export interface PlannedReplace {
  readonly files: readonly { readonly id: PostId; readonly changes: readonly ChangedLine[] }[]
  readonly steps: readonly FileStep[]
}

export interface ReplaceRequest extends Omit<SearchRequest, 'limit'> {
  /** With a regular expression `$1` and `$<name>` stand for its groups. */
  readonly by: string
}

export interface ReplaceOptions {
  readonly signal?: AbortSignal
  readonly onProgress?: (done: number, total: number) => void
}

/**
 * Shows what replacing a text would change in each post, head and body alike. Only the places that are replaced differ,
 * byte for byte. Writes nothing; throws `cancelled` when stopped.
 */
export const planReplace = async (
  root: string,
  ids: readonly PostId[],
  request: ReplaceRequest,
  { signal, onProgress }: ReplaceOptions = {},
): Promise<PlannedReplace> => {
  if (request.text === '') throw new AppError('bad-arguments', 'There is nothing to look for.')
  const pattern = patternOf(request)
  const files: { id: PostId; changes: readonly ChangedLine[] }[] = []
  const steps: FileStep[] = []
  for (const [position, id] of ids.entries()) {
    if (signal?.aborted) throw new AppError('cancelled', 'The search was stopped; nothing was written.')
    const path = await resolveInside(root, id)
    const { bytes } = await readWhole(path, `Cannot read ${id}`)
    const { text, format } = decodePost(bytes)
    const changes = replacements(text, pattern, request)
    if (changes.length > 0) {
      const after = encodePost(applyTextChanges(text, changes), changeFormat(text, format, changes))
      files.push({ id, changes: changedLines(text, changes) })
      steps.push({ kind: 'write', path, before: bytes, after })
    }
    onProgress?.(position + 1, ids.length)
  }
  return { files, steps }
}

const replacements = (text: string, pattern: RegExp, { by, regex }: ReplaceRequest): TextChange[] => {
  const changes: TextChange[] = []
  for (const match of text.matchAll(pattern)) {
    if (match[0] === '') continue
    // A part of its own tells the groups apart: `$1` is filled in by the engine that found them.
    const insert = regex ? filledIn(by, match) : by
    if (insert !== match[0]) changes.push({ from: match.index, to: match.index + match[0].length, insert })
  }
  return changes
}

const filledIn = (by: string, match: RegExpExecArray): string =>
  by.replace(/\$(?:(\$)|(&)|(\d{1,2})|<([^>]+)>)/g, (whole, dollar, all, number, name) => {
    if (dollar) return '$'
    if (all) return match[0]
    const group = number === undefined ? match.groups?.[name] : match[Number(number)]
    return number !== undefined && Number(number) >= match.length ? whole : (group ?? '')
  })
