import type { HeadLanguage } from '../front-matter/find/types'
import { parseFrontMatter } from '../front-matter/read/parse'
import { splitPost } from '../front-matter/read/split'
import { headEntries } from './head-entries'
import { mergeLines, type Piece } from './merge-lines'

export type HeadPiece = Piece & { readonly key: string | null }

/**
 * Three-way merge of heads, with delimiters, by key: a key that one side changed is taken from it, with its
 * comments and spelling. If the result does not parse to the expected values, merges by line; if that breaks
 * the head, the whole head is a conflict.
 */
export const mergeHeads = (base: string, mine: string, theirs: string): readonly HeadPiece[] => {
  if (mine === theirs || theirs === base) return [{ kind: 'settled', text: mine, key: null }]
  if (mine === base) return [{ kind: 'settled', text: theirs, key: null }]
  const byKey = mergeByKey(base, mine, theirs)
  if (byKey) return byKey
  const byLine = mergeLines(base, mine, theirs).map((piece): HeadPiece => ({ ...piece, key: null }))
  // If the head of one side is broken already, the merged one may be too: that is what its author wrote.
  const sound = !isBroken(mineOf(byLine)) || isBroken(mine) || isBroken(theirs)
  return sound ? byLine : [{ kind: 'conflict', base, mine, theirs, key: null }]
}

const isBroken = (head: string): boolean => parseFrontMatter(head).kind === 'broken'

/** The text of the pieces, with `mine` for conflicts. */
const mineOf = (pieces: readonly Piece[]): string =>
  pieces.map((piece) => (piece.kind === 'settled' ? piece.text : piece.mine)).join('')

interface Head {
  readonly open: string
  readonly close: string
  readonly entries: ReadonlyMap<string, string>
  readonly data: Readonly<Record<string, unknown>>
  readonly language: HeadLanguage
}

const readHead = (text: string): Head | null => {
  const { content, language, problem } = splitPost(text)
  const parsed = parseFrontMatter(text)
  if (problem || language === 'none' || language === 'other' || parsed.kind !== 'parsed') return null
  const entries = headEntries(text.slice(content.from, content.to), language)
  if (!entries) return null
  return {
    open: text.slice(0, content.from),
    close: text.slice(content.to),
    entries: new Map(entries.map(({ key, text: lines }) => [key, endedLines(lines)])),
    data: parsed.data,
    language,
  }
}

/** Every entry must end with a line break, as another one may follow it in the merged head. */
const endedLines = (lines: string): string => (lines.endsWith('\n') ? lines : `${lines}\n`)

const mergeByKey = (base: string, mine: string, theirs: string): readonly HeadPiece[] | null => {
  const [o, a, b] = [readHead(base), readHead(mine), readHead(theirs)]
  if (!o || !a || !b || a.language !== o.language || b.language !== o.language) return null
  const open = pick(o.open, a.open, b.open)
  const close = pick(o.close, a.close, b.close)
  if (open === null || close === null) return null
  const pieces: HeadPiece[] = [{ kind: 'settled', text: open, key: null }]
  const expected = new Map<string, unknown>()
  for (const key of orderOf(a, b)) {
    const texts = [o, a, b].map(({ entries }) => entries.get(key) ?? '') as [string, string, string]
    const text = pick(...texts)
    const side = text === null || text === texts[1] ? a : b
    if (side.entries.has(key) && key in side.data) expected.set(key, side.data[key])
    pieces.push(
      text === null
        ? { kind: 'conflict', base: texts[0], mine: texts[1], theirs: texts[2], key }
        : { kind: 'settled', text, key },
    )
  }
  pieces.push({ kind: 'settled', text: close, key: null })
  return readsAs(mineOf(pieces), expected) ? pieces : null
}

/** The side that changed; null if both changed in different ways. */
const pick = (base: string, mine: string, theirs: string): string | null =>
  mine === theirs || theirs === base ? mine : mine === base ? theirs : null

/** The order of `mine`; keys that only `theirs` has come after the key they follow there. */
const orderOf = (mine: Head, theirs: Head): readonly string[] => {
  const order = [...mine.entries.keys()]
  let before = -1
  for (const key of theirs.entries.keys()) {
    const found = order.indexOf(key)
    if (found >= 0) before = found
    else {
      before++
      order.splice(before, 0, key)
    }
  }
  const tail = order.indexOf('') // text after the last key stays last
  if (tail >= 0) order.push(...order.splice(tail, 1))
  return order
}

/** Whether a merged head has the expected values, which anchors or odd quoting may have changed. */
const readsAs = (head: string, expected: ReadonlyMap<string, unknown>): boolean => {
  const parsed = parseFrontMatter(head)
  if (parsed.kind !== 'parsed') return false
  for (const [key, value] of expected)
    if (JSON.stringify(parsed.data[key]) !== JSON.stringify(value)) return false
  return true
}
