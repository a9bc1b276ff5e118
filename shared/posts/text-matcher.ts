import { AppError } from '../app-error'
import { foldText, foldWithOffsets } from '../text/fold-text'
import { t } from '../texts/translate'
import type { QueryWord } from './post-query'
import type { SearchRequest } from './post-search'

export type MatchRange = readonly [from: number, to: number]

/** Finds what a search asks for in one text. */
export interface TextMatcher {
  /** The places of all words, in order; null where one of them is missing or an unwanted one is there. */
  readonly find: (text: string) => readonly MatchRange[] | null
}

const maxMatches = 1000

/** The matcher of a search's words, or of its regular expression. Throws an AppError for a pattern that is none. */
export const createTextMatcher = (
  words: readonly QueryWord[],
  how: Pick<SearchRequest, 'text' | 'wholeWord' | 'matchCase' | 'regex'>,
): TextMatcher => (how.regex ? patternMatcher(patternOf(how)) : wordMatcher(words, how))

/** The regular expression of a search; also what a replace of that search replaces. */
export const patternOf = ({
  text,
  wholeWord,
  matchCase,
  regex,
}: Pick<SearchRequest, 'text' | 'wholeWord' | 'matchCase' | 'regex'>): RegExp => {
  const source = regex ? text : text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
  const bound = wholeWord ? `(?<![\\p{L}\\p{N}_])(?:${source})(?![\\p{L}\\p{N}_])` : source
  try {
    return new RegExp(bound, matchCase ? 'gmu' : 'gimu')
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    throw new AppError('bad-arguments', t('files.invalidRegex', { message: error.message }))
  }
}

const patternMatcher = (pattern: RegExp): TextMatcher => ({
  find: (text) => {
    const found: MatchRange[] = []
    pattern.lastIndex = 0
    for (
      let match = pattern.exec(text);
      match !== null && found.length < maxMatches;
      match = pattern.exec(text)
    ) {
      if (match[0] === '') pattern.lastIndex += 1
      else found.push([match.index, match.index + match[0].length])
    }
    return found.length === 0 ? null : found
  },
})

const wordMatcher = (
  words: readonly QueryWord[],
  { wholeWord, matchCase }: Pick<SearchRequest, 'wholeWord' | 'matchCase'>,
): TextMatcher => {
  const prepared = words.map(({ text, negated }) => ({ text: matchCase ? text : foldText(text), negated }))
  return {
    find: (text) => {
      const { text: searched, at } = matchCase
        ? { text, at: (offset: number) => offset }
        : foldWithOffsets(text)
      const found: MatchRange[] = []
      for (const word of prepared) {
        const places = placesOf(word.text, searched, wholeWord)
        if (word.negated !== (places.length === 0)) return null
        for (const place of places) found.push([at(place), at(place + word.text.length)])
      }
      return found.sort((a, b) => a[0] - b[0])
    },
  }
}

const letter = /[\p{L}\p{N}_]/u

const placesOf = (word: string, text: string, whole: boolean): number[] => {
  const places: number[] = []
  if (word === '') return places
  for (
    let at = text.indexOf(word);
    at >= 0 && places.length < maxMatches;
    at = text.indexOf(word, at + word.length)
  ) {
    const isWhole = !letter.test(text[at - 1] ?? ' ') && !letter.test(text[at + word.length] ?? ' ')
    if (!whole || isWhole) places.push(at)
  }
  return places
}
