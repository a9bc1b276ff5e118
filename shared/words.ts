// Scripts without spaces count by the character; a link counts by its words, not by its address.
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’.\-_](?=[\p{L}\p{N}]))*/gu
const address = /\]\([^)\s]*[^)]*\)|<?https?:\/\/\S+/g

/** The words of one line of markdown, as a reader would count them. */
export const wordsOfLine = (line: string): number => line.replace(address, ' ').match(word)?.length ?? 0

/** The words of a piece of markdown. */
export const wordsOf = (text: string): number =>
  text.split('\n').reduce((words, line) => words + wordsOfLine(line), 0)

/** Whole minutes that so many words take; one at least, for a post that has any. */
export const readingMinutes = (words: number, wordsPerMinute: number): number =>
  words === 0 ? 0 : Math.max(1, Math.round(words / wordsPerMinute))
