import type { Flags, ReadFlags } from './flags'

/** More words than any dictionary has. */
const maxWords = 2_000_000

/** The roots of a language with their flags. */
export interface WordList {
  /** One set of flags for each homonym with this spelling; empty if there is no such root. */
  readonly flagsOf: (root: string) => readonly Flags[]
  /** The same for roots with capitals inside (`McClain`), found by the form with one capital: `Mcclain`. */
  readonly flagsOfShouted: (root: string) => readonly Flags[]
  readonly hasSpaces: boolean
  readonly roots: () => Iterable<string>
}

const nothing: readonly Flags[] = []

type Written = Map<string, string | readonly string[]>

const put = (list: Written, word: string, flags: string): void => {
  const before = list.get(word)
  if (before === undefined) list.set(word, flags)
  else if (typeof before !== 'string') list.set(word, [...before, flags])
  else if (before !== flags) list.set(word, [before, flags])
}

const capitalInside = /.\p{Lu}/u

/** A line without its morphological fields, which begin with a tab or with ` xx:`. */
const withoutFields = (line: string): string => line.replace(/(?:\t|(?<! ) +[a-z]{2}:).*/s, '').trim()

/** Parses a word list (`.dic`, hunspell(5)). Its first line, a count, may be missing. */
export const readWordList = (
  text: string,
  readFlags: ReadFlags,
  plain: (word: string) => string,
): WordList => {
  // Flags are parsed only when a word is looked up, because a list has a hundred thousand words.
  const written: Written = new Map()
  const shouted: Written = new Map()
  let hasSpaces = false
  const take = (word: string, flags: string): void => {
    put(written, word, flags)
    hasSpaces ||= word.includes(' ')
    const title = capitalInside.test(word)
      ? (word[0] ?? '').toUpperCase() + word.slice(1).toLowerCase()
      : word
    if (title !== word) put(shouted, title, flags)
  }
  for (let from = 0, count = 0; from < text.length && count < maxWords; count += 1) {
    const end = text.indexOf('\n', from)
    const to = end === -1 ? text.length : end
    const line = text.slice(from, to)
    from = to + 1
    if ((count === 0 && /^\ufeff?\s*\d+\s*$/.test(line)) || line.startsWith('\t') || line.startsWith('#'))
      continue
    const entry = withoutFields(line)
    const slash = /[^\\](\/)/.exec(entry)
    const word = (slash ? entry.slice(0, slash.index + 1) : entry).replaceAll('\\/', '/')
    if (word !== '') take(plain(word), slash ? entry.slice(slash.index + 2) : '')
  }
  const flagsIn = (list: Written) => (root: string) => {
    const flags = list.get(root)
    if (flags === undefined) return nothing
    return typeof flags === 'string' ? [readFlags(flags)] : flags.map(readFlags)
  }
  return {
    flagsOf: flagsIn(written),
    flagsOfShouted: flagsIn(shouted),
    hasSpaces,
    roots: () => written.keys(),
  }
}
