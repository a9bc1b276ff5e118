import { type PlacedWord, wordsOfProse } from './prose-words'

/** Whether a word is known; null if no dictionary covers its script. */
export type KnowsWord = (word: string) => boolean | null

/** The parts of a word between separators: `well` and `known`, `l` and `homme`. */
const partsOf = (word: PlacedWord, between: RegExp): readonly PlacedWord[] => {
  const parts: PlacedWord[] = []
  let from = 0
  for (const { 0: sign, index } of [...word.text.matchAll(between), { 0: '', index: word.text.length }]) {
    if (index > from)
      parts.push({ text: word.text.slice(from, index), from: word.from + from, to: word.from + index })
    from = index + sign.length
  }
  return parts
}

const hyphens = /[-‐‑]/g
const apostrophes = /['’]/g

/** The misspelled words of a text, with their offsets. */
export const misspelledIn = (text: string, knows: KnowsWord): readonly PlacedWord[] =>
  wordsOfProse(text).flatMap((word) => {
    if (knows(word.text) !== false) return []
    const parts = partsOf(word, hyphens)
    return (parts.length > 1 ? parts : [word]).filter((part) => part.text.length > 1 && isWrong(part, knows))
  })

/** A word with an apostrophe is correct if its parts are, as in `dell'arte`; otherwise all of it is wrong. */
const isWrong = (word: PlacedWord, knows: KnowsWord): boolean => {
  if (knows(word.text) !== false) return false
  const parts = partsOf(word, apostrophes)
  return (
    parts.length < 2 ||
    parts.some(({ text }) => text.length > 2 && knows(text) === false) ||
    isShortTail(parts)
  )
}

/** `dogg't`: one or two letters after the apostrophe are no evidence that the word is correct, except `'s`: `geht's`. */
const isShortTail = (parts: readonly PlacedWord[]): boolean => {
  const tail = parts.at(-1)?.text ?? ''
  return tail.length < 3 && !/^s$/i.test(tail)
}
