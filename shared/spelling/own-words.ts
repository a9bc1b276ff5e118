/** Words that the writer or the site has added, known in every language. */
export interface OwnWords {
  readonly has: (word: string) => boolean
}

const plain = (word: string): string => word.normalize('NFC').replaceAll('’', "'")

/** A lowercase word is known in any letter case; `Postwright` only as itself and as `POSTWRIGHT`. */
export const ownWords = (words: Iterable<string>): OwnWords => {
  const known = new Set([...words].map(plain))
  const upper = new Set([...known].map((word) => word.toUpperCase()))
  const isKnown = (word: string): boolean =>
    known.has(word) || known.has(word.toLowerCase()) || (word === word.toUpperCase() && upper.has(word))
  return {
    has: (written) => {
      const word = plain(written)
      return isKnown(word) || isKnown(word.replace(/'s?$/i, ''))
    },
  }
}

/** The words in the text of a list: one per line; lines that start with `#` are comments. */
export const wordsInList = (text: string): readonly string[] =>
  text
    .replace(/^\ufeff/, '')
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))

const lineEndOf = (text: string): string => /\r\n?|\n/.exec(text)?.[0] ?? '\n'

/** The list with a word added at its end; unchanged if it contains the word. */
export const withWord = (text: string, word: string): string => {
  if (wordsInList(text).includes(word)) return text
  const end = lineEndOf(text)
  const between = text === '' || /[\r\n]$/.test(text) ? '' : end
  return `${text}${between}${word}${end}`
}

/** The list without a word; all other lines stay as they are. */
export const withoutWord = (text: string, word: string): string =>
  text.replace(/[^\r\n]*(?:\r\n?|\n|$)/g, (line) => (line.trim() === word ? '' : line))
