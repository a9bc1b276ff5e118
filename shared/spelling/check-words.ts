import { type PlacedWord, wordsOfProse } from './prose-words'

/** Whether somebody knows a word; null where the word is in no script of theirs. */
export type KnowsWord = (word: string) => boolean | null

/** The parts of a word that are words by themselves: `well-known`, and `l'homme` where the dictionary has no whole. */
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

/** The words of a text that are misspelled, by their places. */
export const misspelledIn = (text: string, knows: KnowsWord): readonly PlacedWord[] =>
  wordsOfProse(text).flatMap((word) => {
    if (knows(word.text) !== false) return []
    const parts = partsOf(word, hyphens)
    return (parts.length > 1 ? parts : [word]).filter((part) => part.text.length > 1 && isWrong(part, knows))
  })

/** With an apostrophe a word is right where all its parts are: `dell'arte`. Else it is wrong as a whole. */
const isWrong = (word: PlacedWord, knows: KnowsWord): boolean => {
  if (knows(word.text) !== false) return false
  const parts = partsOf(word, apostrophes)
  return (
    parts.length < 2 ||
    parts.some(({ text }) => text.length > 2 && knows(text) === false) ||
    isShortTail(parts)
  )
}

/** `dogg't`: what stands behind the apostrophe says nothing of the word before it. */
const isShortTail = (parts: readonly PlacedWord[]): boolean => (parts.at(-1)?.text.length ?? 0) < 3
