/** The range of the `nth` occurrence (from 0) of `word` in a source, or of the last one. */
export const placeOfWord = (source: string, word: string, nth: number): number => {
  let found = -1
  for (
    let count = 0, at = source.indexOf(word);
    at >= 0;
    count++, at = source.indexOf(word, at + word.length)
  ) {
    found = at
    if (count === nth) break
  }
  return found
}

const letters = /[\p{L}\p{N}\p{M}_'’-]/u

/** The word around an offset of a text, and where it starts. */
export const wordAt = (text: string, offset: number): { readonly word: string; readonly from: number } => {
  let from = offset
  let to = offset
  while (from > 0 && letters.test(text.charAt(from - 1))) from--
  while (to < text.length && letters.test(text.charAt(to))) to++
  return { word: text.slice(from, to), from }
}
