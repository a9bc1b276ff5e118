import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { changeDate, dateParts } from '../../../shared/front-matter/dates/dates'
import { parseFrontMatter } from '../../../shared/front-matter/read/parse'
import { decodePost } from '../../../shared/posts/text-format'
import { isExact } from '../../support/exact-edit'
import {
  type CorpusPost,
  corpusFolder,
  fixtureSites,
  hasCorpus,
  postsBelow,
} from '../../support/front-matter-corpus'
import { type Change, type Writer, writers } from '../../support/front-matter-writers'

const edits = ['open and save', 'flip or add a flag', 'title', 'date', 'add a tag', 'remove a tag'] as const
type EditName = (typeof edits)[number]

interface Known {
  readonly post: CorpusPost
  readonly data: Readonly<Record<string, unknown>>
  /** False if the front matter cannot be read: an edit may be refused, but nothing may be damaged. */
  readonly reads: boolean
}

const known = (post: CorpusPost): Known => {
  try {
    const read = parseFrontMatter(decodePost(post.bytes).text)
    return { post, data: read.kind === 'parsed' ? read.data : {}, reads: read.kind === 'parsed' }
  } catch {
    return { post, data: {}, reads: false } // a binary file: not text, no head
  }
}

const listKey = (data: Known['data']): string =>
  ['tags', 'topics', 'categories', 'authors'].find((key) => Array.isArray(data[key])) ?? 'tags'

/** The change for one post; null if the post has no such field. */
const changeFor = (edit: EditName, { data }: Known): Change | null => {
  const list = data[listKey(data)]
  switch (edit) {
    case 'open and save':
      return { kind: 'save' }
    case 'flip or add a flag':
      return { kind: 'set', key: 'isFeatured', value: data.isFeatured !== true }
    case 'title':
      return typeof data.title === 'string'
        ? { kind: 'set', key: 'title', value: `A “new” title: it’s #1` }
        : null
    case 'date': {
      const date = typeof data.date === 'string' ? data.date : ''
      const day = dateParts(date)?.day === 11 ? 12 : 11
      const value = changeDate(date, { day })
      return value === null ? null : { kind: 'set', key: 'date', value }
    }
    case 'add a tag':
      return list === undefined || Array.isArray(list)
        ? { kind: 'add-item', key: listKey(data), item: 'added tag' }
        : null
    case 'remove a tag':
      return Array.isArray(list) && list.length > 0
        ? { kind: 'remove-item', key: listKey(data), at: list.length - 1 }
        : null
  }
}

interface Count {
  files: number
  exact: number
  refused: number
  readonly harmed: string[]
  /** Readable posts that were refused, by reason. */
  readonly refusals: Map<string, string[]>
}

const tally = (writer: Writer, edit: EditName, posts: readonly Known[]): Count => {
  const count: Count = { files: 0, exact: 0, refused: 0, harmed: [], refusals: new Map() }
  for (const known of posts) {
    const change = changeFor(edit, known)
    if (!change) continue
    count.files++
    const result = writer.write(known.post.bytes, change)
    if (result.kind === 'refused') {
      count.refused++
      if (known.reads)
        count.refusals.set(result.reason, [...(count.refusals.get(result.reason) ?? []), known.post.name])
    } else if (isExact(known.post.bytes, result.bytes, change)) count.exact++
    else count.harmed.push(known.post.name)
  }
  return count
}

const line = (writer: string, edit: string, { files, exact, refused, harmed }: Count): string =>
  `${writer.padEnd(22)} ${edit.padEnd(20)} ${String(files).padStart(6)} ${String(exact).padStart(6)} ${String(refused).padStart(8)} ${String(harmed.length).padStart(7)}`

const runOn = (title: string, posts: readonly Known[]): void => {
  const header = `${'writer'.padEnd(22)} ${'edit'.padEnd(20)}  files  exact  refused  harmed`
  const rows: string[] = []
  for (const writer of writers) {
    for (const edit of edits) {
      const count = tally(writer, edit, posts)
      rows.push(line(writer.name, edit, count))
      if (writer !== writers[0]) continue
      expect(count.harmed, edit).toEqual([])
      for (const [reason, names] of count.refusals)
        rows.push(`   refused though it reads: ${reason} (${names.length}: ${names.slice(0, 3).join(', ')})`)
    }
  }
  console.log([`${title}, ${posts.length} posts`, header, ...rows].join('\n'))
}

describe('every edit on every post: exactly the meant lines differ', () => {
  test('the fixture sites', () => runOn('Fixture sites', postsBelow(fixtureSites).map(known)))

  test
    .runIf(hasCorpus())
    .each(['dev-1-own', 'dev-2-digitalgov-cc0', 'dev-3-nodejs-mit', 'dev-3-rust-toml-mit-apache'])(
    '%s',
    (folder) => runOn(folder, postsBelow(join(corpusFolder, folder)).map(known)),
    60_000,
  )
})
