import { parseFrontMatter } from '../front-matter/read/parse'
import { splitPost } from '../front-matter/read/split'
import type { TextChange } from '../text/text-change'
import { headEntries } from './head-entries'
import { hunksBetween, linesOf } from './line-diff'
import { type Words, wordsBetween } from './words-between'

/** A front matter key that differs in the earlier version. */
export interface KeyChange {
  readonly key: string
  /** The value as written, with its key if they cannot be separated; null if the version lacks the key. */
  readonly was: string | null
  readonly is: string | null
  /** Restores the earlier value; offsets are those of the current text. */
  readonly restore: TextChange
}

/** A part of the text: the same in both versions, or changed, with a change that restores the earlier. */
export type Passage =
  | { readonly kind: 'same'; readonly text: string }
  | { readonly kind: 'changed'; readonly words: readonly Words[]; readonly restore: TextChange }

export interface VersionDiff {
  readonly keys: readonly KeyChange[]
  readonly passages: readonly Passage[]
}

/** Compares an earlier version of a post with the current one: front matter by key, the rest by word. */
export const compareVersions = (earlier: string, now: string): VersionDiff => {
  const keys = compareHeads(earlier, now)
  if (!keys) return { keys: [], passages: comparePassages(earlier, now, 0) }
  const [oldFrom, newFrom] = [splitPost(earlier).bodyFrom, splitPost(now).bodyFrom]
  return { keys, passages: comparePassages(earlier.slice(oldFrom), now.slice(newFrom), newFrom) }
}

/** Null unless both heads are readable and in the same language; they are then compared like the text. */
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

/** The value without its key; an entry that starts with comments is shown whole. */
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
