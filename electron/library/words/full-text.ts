import type { QueryWord } from '../../../shared/posts/post-query'
import type { SearchRequest } from '../../../shared/posts/post-search'
import { foldText } from '../../../shared/text/fold-text'
import type { Vocabulary } from './vocabulary'

/** Scripts written without spaces: each of their characters is a word of its own, and so is every sign such as an emoji. */
const alone =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]|\p{So}/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is all that is not ASCII
const beyondAscii = /[^\u0000-\u007f]+/g
const noWord = /[^\p{L}\p{N}\p{M}\p{Co}\p{So}\s]+/gu

/**
 * A text as it goes into the index: without accents, and with spaces where words end. SQLite's quickest tokenizer,
 * which knows ASCII only, then finds the words of every script.
 */
export const wordsToIndex = (text: string): string => text.replace(beyondAscii, foldRun)

const foldRun = (run: string): string => foldText(run).replace(noWord, ' ').replace(alone, ' $& ')

const asciiBreaks = /[^\w\u0080-\u{10ffff}]+|_+/gu

/** The words that the index makes of a text it takes in. */
export const indexedWordsOf = (text: string): readonly string[] =>
  text.toLowerCase().split(asciiBreaks).filter(Boolean)

/** Shorter beginnings of words are nearly every word; they are found where they are the whole word. */
const shortestStart = 3
const mostInside = 100

/**
 * The query in SQLite's language that finds every post which may match; each is then looked at itself. Null where the
 * index cannot help, because no word holds a letter.
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
  // Only what surely holds an unwanted word is left out here: the index knows neither case nor every end of a word.
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
  // What is being typed is the start of a word; a character that is a word of its own has no rest.
  const isLong = tokens.length >= shortestStart
  const isStart = !wholeWord && isLong && last.search(alone) < 0
  if (!isStart) return `"${tokens}"`
  if (last !== tokens) return `"${tokens}"*`
  const inside = vocabulary.containing(tokens, mostInside).map((term) => `"${term}"`)
  return inside.length === 0 ? `"${tokens}"*` : `("${tokens}"* OR ${inside.join(' OR ')})`
}
