import { abbr } from '@mdit/plugin-abbr'
import type MarkdownIt from 'markdown-it'
import type { StateCore, Token } from 'markdown-it'
import type { MarkdownEnv } from '../options/env'

/** Longer abbreviations are ignored. */
const longestWord = 100

/** Finds words of a list in a text; the time depends on the size of the text, hardly on that of the list. */
export class WordFinder {
  /** Whether all words are of letters, digits and blanks, which no escape or typography can produce. */
  readonly plain: boolean
  private readonly words: ReadonlySet<string>
  /** The lengths of the words with a given first letter, longest first. */
  private readonly lengths = new Map<string, number[]>()

  constructor(words: Iterable<string>) {
    this.words = new Set([...words].filter(({ length }) => length > 0 && length <= longestWord))
    this.plain = [...this.words].every((word) => /^[\p{L}\p{M}\p{N} ]+$/u.test(word))
    for (const word of this.words) {
      const known = this.lengths.get(word.charAt(0))
      if (!known) this.lengths.set(word.charAt(0), [word.length])
      else if (!known.includes(word.length)) known.push(word.length)
    }
    for (const lengths of this.lengths.values()) lengths.sort((a, b) => b - a)
  }

  /** The longest word that begins at `at` and ends where `endsAt` allows it; null if there is none. */
  at(text: string, at: number, endsAt: (end: number) => boolean = () => true): string | null {
    for (const length of this.lengths.get(text.charAt(at)) ?? []) {
      if (at + length > text.length || !endsAt(at + length)) continue
      const word = text.slice(at, at + length)
      if (this.words.has(word)) return word
    }
    return null
  }

  /** Whether any of the words occurs in the text. */
  isIn(text: string): boolean {
    for (let at = 0; at < text.length; at++) if (this.at(text, at) !== null) return true
    return false
  }
}

/** A character that may come before or after an abbreviation. */
const isBetweenWords = /^[\p{P}\p{Z}\r\n$+<=>^`|~]$/u

const finders = new WeakMap<object, WordFinder>()

const finderOf = (abbreviations: Readonly<Record<string, string>>): WordFinder => {
  const known = finders.get(abbreviations)
  if (known) return known
  const finder = new WordFinder(Object.keys(abbreviations).map((label) => label.slice(1)))
  finders.set(abbreviations, finder)
  return finder
}

/**
 * The plugin reads the definitions; the abbreviations are found by `WordFinder`, because the plugin tries
 * each word at each letter, which is quadratic for a post with many abbreviations.
 */
export const abbreviations = (md: MarkdownIt): void => {
  md.use(abbr)
  md.core.ruler.at('abbr_replace', (state) => {
    const { abbreviations: known } = state.env as MarkdownEnv
    if (!known) return
    const finder = finderOf(known)
    for (const token of state.tokens) {
      if (token.type !== 'inline' || !token.children) continue
      token.children = token.children.flatMap((child) =>
        child.type === 'text' ? abbreviated(state, child, known, finder) : child,
      )
    }
  })
}

const abbreviated = (
  state: StateCore,
  token: Token,
  known: Readonly<Record<string, string>>,
  finder: WordFinder,
): Token[] => {
  const { content } = token
  const isEdge = (at: number): boolean => at === content.length || isBetweenWords.test(content.charAt(at))
  const made: Token[] = []
  const push = (type: string, tag: string, nesting: Token['nesting'], text = ''): Token => {
    const one = new state.Token(type, tag, nesting)
    one.content = text
    made.push(one)
    return one
  }
  let from = 0
  for (let at = 0; at < content.length; at++) {
    if (at > 0 && !isEdge(at - 1)) continue
    const word = finder.at(content, at, isEdge)
    if (word === null) continue
    if (at > from) push('text', '', 0, content.slice(from, at))
    push('abbr_open', 'abbr', 1).attrSet('title', known[`_${word}`] ?? '')
    push('text', '', 0, word)
    push('abbr_close', 'abbr', -1)
    from = at + word.length
    at = from // the sign after one word may precede the next
  }
  if (from === 0) return [token]
  if (from < content.length) push('text', '', 0, content.slice(from))
  return made
}
