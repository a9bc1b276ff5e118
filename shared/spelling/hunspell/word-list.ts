import type { Flags, ReadFlags } from './flags'

/** More words than any dictionary has. */
const maxWords = 2_000_000

/** The roots of a language, each with the flags of every word that is spelled so. */
export interface WordList {
  /** One set of flags for each word that has this spelling; none where there is no such root. */
  readonly flagsOf: (root: string) => readonly Flags[]
  readonly roots: () => Iterable<string>
}

const nothing: readonly Flags[] = []

/** A line without its morphological fields, which begin with a tab or with ` xx:`. */
const withoutFields = (line: string): string => line.replace(/(?:\t|(?<! ) +[a-z]{2}:).*/s, '').trim()

/** Reads the text of a word list (`.dic`, hunspell(5)). Its first line, a count, may lack. */
export const readWordList = (
  text: string,
  readFlags: ReadFlags,
  plain: (word: string) => string,
): WordList => {
  // Flags stay as they are written until a word is looked up: a list has a hundred thousand of them.
  const written = new Map<string, string | readonly string[]>()
  const put = (word: string, flags: string): void => {
    const before = written.get(word)
    if (before === undefined) written.set(word, flags)
    else if (typeof before !== 'string') written.set(word, [...before, flags])
    else if (before !== flags) written.set(word, [before, flags])
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
    if (word !== '') put(plain(word), slash ? entry.slice(slash.index + 2) : '')
  }
  return {
    flagsOf: (root) => {
      const flags = written.get(root)
      if (flags === undefined) return nothing
      return typeof flags === 'string' ? [readFlags(flags)] : flags.map(readFlags)
    },
    roots: () => written.keys(),
  }
}
