import { foldText } from '../../../shared/text/fold-text'

/** Scripts written without spaces: each character is a word of its own, and so is every symbol such as an emoji. */
export const alone =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff\u{20000}-\u{3ffff}]|\p{So}/gu
// biome-ignore lint/suspicious/noControlCharactersInRegex: the range is everything beyond ASCII
const beyondAscii = /[^\u0000-\u007f]+/g
const noWord = /[^\p{L}\p{N}\p{M}\p{Co}\p{So}\s]+/gu

/**
 * A text for the index: without accents, and with spaces between words. SQLite's fastest tokenizer, which handles ASCII
 * only, then finds the words of every script.
 */
export const wordsToIndex = (text: string): string => text.replace(beyondAscii, foldRun)

const foldRun = (run: string): string => foldText(run).replace(noWord, ' ').replace(alone, ' $& ')

export const asciiBreaks = /[^\w\u0080-\u{10ffff}]+|_+/gu

/** The words that the index finds in a text. */
export const indexedWordsOf = (text: string): readonly string[] =>
  text.toLowerCase().split(asciiBreaks).filter(Boolean)
