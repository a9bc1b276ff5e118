import type { AffixFile } from './affix-file'

/** Candidates for the intended word, by typing errors and common misspellings, the likeliest first. */
export function* nearMisses(word: string, affixes: AffixFile): Generator<string> {
  yield* replaced(word, affixes.replacements)
  yield* takenForEachOther(word, affixes.related)
  yield* swapped(word)
  yield* withoutOneLetter(word)
  yield* pressedBeside(word, affixes.keyboard)
  const letters = lettersOf(affixes.tryLetters)
  yield* added(word, letters)
  yield* changed(word, letters)
  yield* moved(word)
  yield* twice(word)
  yield* parted(word)
}

/** The letters to try: lowercase letters, because a capital is rarely missing, and signs inside words. */
const lettersOf = (tried: string): readonly string[] => [
  ...new Set([...tried].filter((letter) => letter === letter.toLowerCase())),
]

function* replaced(word: string, replacements: AffixFile['replacements']): Generator<string> {
  for (const [wrong, right] of replacements) {
    const part = wrong.replace(/^\^|\$$/g, '')
    if (part === '') continue
    for (let at = word.indexOf(part); at !== -1; at = word.indexOf(part, at + 1)) {
      if (wrong.startsWith('^') && at !== 0) break
      if (wrong.endsWith('$') && at + part.length !== word.length) continue
      yield word.slice(0, at) + right + word.slice(at + part.length)
    }
  }
}

function* takenForEachOther(word: string, related: AffixFile['related']): Generator<string> {
  for (const group of related)
    for (const from of group)
      for (let at = from === '' ? -1 : word.indexOf(from); at !== -1; at = word.indexOf(from, at + 1))
        for (const to of group) if (to !== from) yield word.slice(0, at) + to + word.slice(at + from.length)
}

function* swapped(word: string): Generator<string> {
  for (let at = 0; at < word.length - 1; at += 1)
    yield word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2)
}

function* withoutOneLetter(word: string): Generator<string> {
  for (let at = 0; at < word.length; at += 1) yield word.slice(0, at) + word.slice(at + 1)
}

function* pressedBeside(word: string, keyboard: string): Generator<string> {
  for (let at = 0; at < word.length; at += 1) {
    const letter = word.charAt(at)
    for (let key = keyboard.indexOf(letter); key !== -1; key = keyboard.indexOf(letter, key + 1))
      for (const beside of [keyboard[key - 1], keyboard[key + 1]])
        if (beside !== undefined && beside !== '|') yield word.slice(0, at) + beside + word.slice(at + 1)
  }
}

function* added(word: string, letters: readonly string[]): Generator<string> {
  for (let at = word.length; at >= 0; at -= 1)
    for (const letter of letters) yield word.slice(0, at) + letter + word.slice(at)
}

function* changed(word: string, letters: readonly string[]): Generator<string> {
  for (let at = word.length - 1; at >= 0; at -= 1)
    for (const letter of letters) yield word.slice(0, at) + letter + word.slice(at + 1)
}

const farthestMove = 4

function* moved(word: string): Generator<string> {
  for (let at = 0; at < word.length; at += 1) {
    const rest = word.slice(0, at) + word.slice(at + 1)
    for (let to = Math.max(0, at - farthestMove); to <= Math.min(rest.length, at + farthestMove); to += 1)
      if (Math.abs(to - at) > 1) yield rest.slice(0, to) + word.charAt(at) + rest.slice(to)
  }
}

/** Two letters that were written twice: `vacacation`. */
function* twice(word: string): Generator<string> {
  for (let at = 0; at + 4 <= word.length; at += 1)
    if (word.slice(at, at + 2) === word.slice(at + 2, at + 4)) yield word.slice(0, at) + word.slice(at + 2)
}

function* parted(word: string): Generator<string> {
  for (let at = 2; at <= word.length - 2; at += 1) yield `${word.slice(0, at)} ${word.slice(at)}`
}
