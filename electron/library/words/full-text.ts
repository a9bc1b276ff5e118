import type { QueryWord } from '../../../shared/posts/post-query'
import type { SearchRequest } from '../../../shared/posts/post-search'
import { alone, asciiBreaks, wordsToIndex } from './index-words'
import type { Vocabulary } from './vocabulary'

/** Shorter prefixes match almost everything; they are found as whole words only. */
const shortestStart = 3
const maxInside = 100

/**
 * The SQLite query that finds every post that may match; each is then matched itself. Null if the index cannot help
 * because no word has a letter.
 */
export const fullTextQuery = (
  words: readonly QueryWord[],
  how: Pick<SearchRequest, 'wholeWord' | 'matchCase'>,
  vocabulary: Vocabulary,
): string | null => {
  const wanted = words
    .filter(({ negated }) => !negated)
    .map((word) => phrase(word, how.wholeWord, vocabulary))
  if (wanted.length === 0 || wanted.includes(null)) return null
  // Excludes only posts that certainly have an unwanted word: the index ignores case and some ends of words.
  const unwanted = how.wholeWord || how.matchCase ? [] : words.filter(isPlainUnwanted)
  return [wanted.join(' AND '), ...unwanted.map(({ text }) => `body : "${text}"*`)].join(' NOT ')
}

const isPlainUnwanted = ({ text, negated }: QueryWord): boolean => negated && /^[a-z0-9]+$/i.test(text)

const phrase = (word: QueryWord, wholeWord: boolean, vocabulary: Vocabulary): string | null => {
  const tokens = wordsToIndex(word.text.normalize('NFC'))
    .replace(asciiBreaks, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  if (tokens === '') return null
  const last = tokens.slice(tokens.lastIndexOf(' ') + 1)
  // The last word may still be incomplete; a character that is a word of its own is complete.
  const isLong = tokens.length >= shortestStart
  const isStart = !wholeWord && isLong && last.search(alone) < 0
  if (!isStart) return `"${tokens}"`
  if (last !== tokens) return `"${tokens}"*`
  const inside = vocabulary.containing(tokens, maxInside).map((term) => `"${term}"`)
  return inside.length === 0 ? `"${tokens}"*` : `("${tokens}"* OR ${inside.join(' OR ')})`
}
