import { parseFrontMatter } from '../front-matter/read/parse'
import { splitPost } from '../front-matter/read/split'
import type { TextChange } from '../text/text-change'
import { headEntries } from './head-entries'
import { hunksBetween, linesOf } from './line-diff'
import { type Words, wordsBetween } from './words-between'

/** A key of the front matter that says something else in the earlier version. */
export interface KeyChange {
  readonly key: string
  /** As it is written, without its key where that can be told; null where the version does not have it. */
  readonly was: string | null
  readonly is: string | null
  /** Brings the earlier one back; offsets of the text as it is now. */
  readonly restore: TextChange
}

/** A stretch of the text: alike in both, or changed, with the change that brings the earlier one back. */
export type Passage =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'changed'; readonly words: readonly Words[]; readonly restore: TextChange }

export interface VersionDiff {
  readonly keys: readonly KeyChange[]
  readonly passages: readonly Passage[]
}

/** What became of an earlier version of a post: keys of the front matter, and the rest by passages and words. */
export const compareVersions = (earlier: string, now: string): VersionDiff => {
  const keys = compareHeads(earlier, now)
  if (!keys) return { keys: [], passages: comparePassages(earlier, now, 0) }
  const [oldFrom, newFrom] = [splitPost(earlier).bodyFrom, splitPost(now).bodyFrom]
  return { keys, passages: comparePassages(earlier.slice(oldFrom), now.slice(newFrom), newFrom) }
}

/** Null where the heads are not two readable ones of one language: then they are compared like the text. */
const compareHeads = (earlier: string, now: string): KeyChange[] | null => {
  const [before, after] = [entriesOf(earlier), entriesOf(now)]
  if (!before || !after || before.language !== after.language || before.fences !== after.fences) return null
  const changes: KeyChange[] = []
  for (const [key, entry] of after.entries) {
    const old = before.entries.get(key)
    if (old?.text === entry.text) continue
    const restore = { from: entry.from, to: entry.from + entry.text.length, insert: old?.text ?? '' }
    changes.push({ key, was: old ? valueIn(old.text) : null, is: valueIn(entry.text), restore })
  }
  let at = after.from
  for (const [key, { text }] of before.entries) {
    const there = after.entries.get(key)
    if (there) at = there.from + there.text.length
    else changes.push({ key, was: valueIn(text), is: null, restore: { from: at, to: at, insert: text } })
  }
  return changes
}

const entriesOf = (text: string) => {
  const { content, language, problem, bodyFrom } = splitPost(text)
  if (problem || language === 'none' || language === 'other' || parseFrontMatter(text).kind !== 'parsed')
    return null
  const list = headEntries(text.slice(content.from, content.to), language)
  if (!list) return null
  let from = content.from
  const entries = new Map<string, { readonly text: string; readonly from: number }>()
  for (const entry of list) {
    entries.set(entry.key, { text: entry.text, from })
    from += entry.text.length
  }
  const fences = text.slice(0, content.from) + text.slice(content.to, bodyFrom)
  return { entries, language, fences, from: content.from }
}

/** What stands behind the key; comments that lead to it stay in sight. */
const valueIn = (entry: string): string => {
  const plain = /^[\w.-]+[ \t]*[:=][ \t]*/.exec(entry)
  return (plain ? entry.slice(plain[0].length) : entry).replace(/\n$/, '')
}

const comparePassages = (earlier: string, now: string, offset: number): Passage[] => {
  const [old, lines] = [linesOf(earlier), linesOf(now)]
  const passages: Passage[] = []
  let line = 0
  let at = offset
  const take = (to: number): string => {
    const text = lines.slice(line, to).join('')
    line = to
    at += text.length
    return text
  }
  for (const { from, to, newFrom, newTo } of hunksBetween(old, lines)) {
    const same = take(newFrom)
    if (same !== '') passages.push({ kind: 'same', text: same })
    const start = at
    const is = take(newTo)
    const was = old.slice(from, to).join('')
    passages.push({
      kind: 'changed',
      words: wordsBetween(was, is),
      restore: { from: start, to: at, insert: was },
    })
  }
  const rest = take(lines.length)
  return rest === '' ? passages : [...passages, { kind: 'same', text: rest }]
}
