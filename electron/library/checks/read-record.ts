import { isUtf8 } from 'node:buffer'
import { closeSync, constants, fstatSync, openSync, readFileSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { recordOf } from '../../../shared/checks/check-post'
import type { TextRules } from '../../../shared/checks/site/check'
import type { FoundImages } from '../../../shared/checks/site/find-image'
import type { PostRecord } from '../../../shared/checks/site/post-record'
import { parseFrontMatter } from '../../../shared/front-matter/read/parse'
import { splitPost } from '../../../shared/front-matter/read/split'
import { factsOf, type PostFacts } from '../../../shared/front-matter/schema/facts'
import { headRulesOf } from '../../../shared/generators/head-rules'
import type { PostId, Revision } from '../../../shared/posts/post'
import { decodePost } from '../../../shared/posts/text-format'
import { t } from '../../../shared/texts/translate'
import { codeOf } from '../../disk/calls/codes'
import { diskError } from '../../disk/disk-error'
import { revisionOf } from '../../disk/revision'
import type { LintRules } from './lint-rules'

/** The result of reading one post; has no record if its file could not be read. */
export type ReadRecord =
  | {
      readonly kind: 'read'
      readonly record: PostRecord
      readonly facts: PostFacts | null
      readonly images?: FoundImages
    }
  | { readonly kind: 'failed'; readonly id: PostId; readonly message: string }

/** Larger posts are not checked: no real post is so long. */
const largest = 20_000_000

/** Parses a text once, for the checks and for the facts that posts share. */
export const recordOfText = (
  id: PostId,
  text: string,
  rules: TextRules,
  lint: LintRules | null = null,
): { readonly record: PostRecord; readonly facts: PostFacts | null } => {
  const { heads } = headRulesOf(rules.layout)
  const split = splitPost(text, heads)
  const head = parseFrontMatter(text, split, heads)
  const record = recordOf(id, text, rules, { split, head })
  return {
    record: lint ? { ...record, found: [...record.found, ...lint.check(text)] } : record,
    facts: head.kind === 'broken' ? null : factsOf(text, head, split),
  }
}

/** The text of a file with its revision; null if it cannot be read. */
export const readText = (
  postsRoot: string,
  id: PostId,
): { readonly text: string; readonly revision: Revision } | null => {
  try {
    const bytes = bytesOf(join(postsRoot, id))
    if (bytes === null) return null
    return { text: textOf(bytes), revision: revisionOf(bytes) }
  } catch (error) {
    if (codeOf(error) === '') throw error
    return null
  }
}

/** Holds the bytes of most posts in turn: a buffer for each would cost more than reading it. */
const usualBytes = Buffer.allocUnsafe(64 * 1024)

/**
 * The bytes of a file, valid until the next file is read. Null if it is too large or not a file: opening a named pipe
 * would wait for its other end.
 */
const bytesOf = (path: string): Buffer | null => {
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const stats = fstatSync(file)
    if (!stats.isFile() || stats.size > largest) return null
    let length = 0
    while (length < usualBytes.length) {
      const read = readSync(file, usualBytes, length, usualBytes.length - length, length)
      if (read === 0) return usualBytes.subarray(0, length)
      length += read
    }
    return readFileSync(file)
  } finally {
    closeSync(file)
  }
}

/** The same text as `decodePost`, but without checking every byte of plain UTF-8. */
const textOf = (bytes: Buffer): string => {
  if (bytes.includes(0) || !isUtf8(bytes)) return decodePost(bytes).text
  const text = bytes.toString('utf8', bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0)
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

/** Reads and checks one file. */
export const readRecord = (
  postsRoot: string,
  id: PostId,
  rules: TextRules,
  lint: LintRules | null,
  findImages?: (post: PostRecord) => FoundImages,
): ReadRecord => {
  try {
    const bytes = bytesOf(join(postsRoot, id))
    if (bytes === null) return { kind: 'failed', id, message: t('checks.tooLargeToCheck', { id }) }
    const read = recordOfText(id, textOf(bytes), rules, lint)
    return { kind: 'read', ...read, ...(findImages && { images: findImages(read.record) }) }
  } catch (error) {
    return { kind: 'failed', id, message: diskError(error, t('files.cannotRead', { name: id })).message }
  }
}
