import { isUtf8 } from 'node:buffer'
import { pageOf, slugInAddress } from '../../../shared/addresses/map/page-names'
import { addressHead, type Page } from '../../../shared/addresses/rules/page'
import { AppError } from '../../../shared/app-error'
import { dateMs } from '../../../shared/front-matter/dates/dates'
import { type HeadData, parseFrontMatter } from '../../../shared/front-matter/read/parse'
import { splitPost } from '../../../shared/front-matter/read/split'
import { commonFields } from '../../../shared/front-matter/schema/common-fields'
import { factsOf, type PostFacts } from '../../../shared/front-matter/schema/facts'
import { headRulesOf } from '../../../shared/generators/head-rules'
import type { PostSummary, Problem, Revision } from '../../../shared/posts/post'
import { decodePost } from '../../../shared/posts/text-format'
import { codeRanges, syntaxOf } from '../../../shared/references/code-ranges'
import { headingsIn } from '../../../shared/references/headings'
import { lastName } from '../../../shared/references/last-name'
import { lineCounter } from '../../../shared/references/line-counter'
import { type PostReference, postReferences } from '../../../shared/references/post-references'
import { pathOfPost } from '../../../shared/site/post-path'
import { isDraft, stateOfPost } from '../../../shared/site/post-state'
import type { SiteLayout } from '../../../shared/site/site-layout'
import { dateInPostId } from '../../../shared/site/slug'
import { excerptOf } from '../../../shared/text/excerpt'
import { t } from '../../../shared/texts/translate'
import { diskError } from '../../disk/disk-error'
import { revisionOf } from '../../disk/revision'
import { largestFile, readPostBytes } from '../files/read-post-bytes'
import type { PostFile } from '../files/walk-posts'
import type { WordBuffer, Words } from '../words/word-buffer'

/** A reference of a post as the index keeps it. */
export interface IndexedReference extends PostReference {
  readonly line: number
  /** The last part of the target; null if it leads out of the site. */
  readonly name: string | null
}

export interface IndexedHeading {
  readonly level: number
  readonly text: string
  readonly line: number
}

/** All that the library stores of a post; its words go into the full-text index and are not kept. */
export interface IndexedPost {
  readonly summary: PostSummary
  readonly revision: Revision
  readonly page: Page
  readonly keys: readonly string[]
  readonly changedMs: PostFile['changedMs']
  readonly facts: PostFacts | null
  readonly headings: readonly IndexedHeading[]
  readonly references: readonly IndexedReference[]
  readonly words: Words
}

/** Reads and parses a post. Null if it was deleted meanwhile; one that cannot be read gets a problem. */
export const indexFile = (
  root: string,
  file: PostFile,
  site: SiteLayout,
  now: number,
  room: WordBuffer,
): IndexedPost | null => {
  try {
    if (file.problem !== undefined) return unreadable(file, site, file.problem)
    if (file.size > largestFile)
      throw new AppError(
        'too-large',
        t('library.tooLarge', { id: file.id, size: Math.round(file.size / 1e6) }),
      )
    const { text, words, revision, size } = readPost(readPostBytes(root, file), room)
    return { ...indexPost(text, { ...file, size }, site, now), revision, words }
  } catch (error) {
    const problem =
      error instanceof AppError ? error : diskError(error, t('files.cannotRead', { name: file.id }))
    return problem.kind === 'not-found' ? null : unreadable(file, site, problem.message)
  }
}

const indexPost = (
  text: string,
  file: PostFile,
  site: SiteLayout,
  now: number,
): Omit<IndexedPost, 'revision' | 'words'> => {
  const { heads } = headRulesOf(site)
  const split = splitPost(text, heads)
  const head = parseFrontMatter(text, split, heads)
  const data: HeadData = head.kind === 'parsed' ? head.data : {}
  const fields = commonFields(data)
  const { date, draft, scheduled } = stateOfPost(site, file.id, data, {
    written: fields.date,
    readDate: dateMs,
    now,
  })
  const page = pageOf({ path: pathOfPost(file.id, site), head: addressHead(data) }, site)
  const slug = slugInAddress(pathOfPost(file.id, site), site)
  const body = split.bodyFrom
  const code = codeRanges(text, body, syntaxOf(file.id, site.profile))
  const lineOf = lineCounter(text, body, split.bodyLine + 1)
  const headings = headingsIn(text, body, code).map(({ level, text: title, from }) => ({
    level,
    text: title,
    line: lineOf(from),
  }))
  return {
    summary: {
      id: file.id,
      slug,
      ...(fields.slug === '' || fields.slug === slug ? {} : { ownSlug: fields.slug }),
      ...(page.address === null ? {} : { address: page.address }),
      title: fields.title || headings.find(({ level }) => level === 1)?.text || slug,
      date,
      dateMs: dateMs(date),
      image: fields.image,
      excerpt: fields.summary || shortExcerpt(text, body),
      featured: fields.featured,
      draft: fields.draft || draft,
      scheduled,
      tags: fields.tags,
      modifiedMs: file.modifiedMs,
      size: file.size,
      problems: head.kind === 'broken' ? [headProblem(head.message, head.line)] : [],
    },
    page,
    keys: Object.keys(data),
    changedMs: file.changedMs,
    facts: head.kind === 'broken' ? null : factsOf(text, head, split),
    headings,
    references: postReferences(text, body, code, data, site.profile, syntaxOf(file.id, site.profile)).map(
      ({ at, ...reference }) => ({
        ...reference,
        line: at === null ? 1 : lineOf(at),
        name: lastName(reference, site.address),
      }),
    ),
  }
}

const headProblem = (message: string, line: number): Problem => ({
  check: 'front-matter',
  message,
  line,
  severity: 'error',
})

const usualStart = 600

// The text for an excerpt is nearly always near the start of a post; more is read only if it is not.
const shortExcerpt = (text: string, from: number): string => {
  const first = excerptOf(text.slice(from, from + usualStart))
  return first.endsWith('…') || text.length - from <= usualStart ? first : excerptOf(text.slice(from))
}

interface FileRead {
  readonly text: string
  readonly words: Words
  readonly revision: Revision
  readonly size: number
}

/** The same text as `decodePost`, but without checking every byte of plain UTF-8. */
const readPost = (bytes: Buffer<ArrayBuffer>, room: WordBuffer): FileRead => {
  const known = { revision: revisionOf(bytes), size: bytes.length }
  if (!bytes.includes(0) && isUtf8(bytes))
    return { text: textOf(bytes), words: room.ofBytes(bytes), ...known }
  const { text } = decodePost(bytes)
  return { text, words: room.ofText(text), ...known }
}

const textOf = (bytes: Buffer): string => {
  const text = bytes.toString('utf8', bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0)
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text
}

const unreadable = (file: PostFile, site: SiteLayout, message: string): IndexedPost => {
  const slug = slugInAddress(pathOfPost(file.id, site), site)
  const date = dateInPostId(file.id, site)
  return {
    summary: {
      id: file.id,
      slug,
      title: slug,
      date,
      dateMs: dateMs(date),
      image: '',
      excerpt: '',
      featured: false,
      draft: isDraft(site, file.id, {}),
      scheduled: false,
      tags: [],
      modifiedMs: file.modifiedMs,
      size: file.size,
      problems: [{ check: 'unreadable', message, severity: 'error' }],
    },
    revision: '',
    page: pageOf({ path: pathOfPost(file.id, site), head: {} }, site),
    keys: [],
    changedMs: file.changedMs,
    facts: null,
    headings: [],
    references: [],
    words: new Uint8Array(0),
  }
}
