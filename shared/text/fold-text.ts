/** Letters that may carry an accent: Latin beyond ASCII, Greek, Cyrillic, and accents that stand by themselves. */
const accented = /[\u00c0-\u024f\u1e00-\u1fff]|[\u0300-\u052f]/
const korean = /[\u1100-\u11ff]/
/** The marks that make ga of ka, which macOS writes by themselves. */
const voiced = /[\u3099\u309a]/
const curly = /[\u2018\u2019\u02bc\uff07\u201c\u201d]/g

/**
 * A text as the search compares it: lower case, without accents, straight quotes, one spelling for composed and
 * decomposed.
 */
export const foldText = (text: string): string => {
  const straight = text.replace(curly, (quote) => (quote === '\u201c' || quote === '\u201d' ? '"' : "'"))
  return accented.test(straight) || korean.test(straight) || voiced.test(straight)
    ? straight
        .normalize('NFD')
        .replace(/[\u0300-\u036f]+/g, '')
        .toLowerCase()
        .normalize('NFC')
    : straight.toLowerCase()
}

/** A folded text that still knows where each of its characters stood. */
export interface FoldedText {
  readonly text: string
  /** The offset in the original of a character of the folded text; its length maps to the original's length. */
  readonly at: (folded: number) => number
}

/** Folds a text for finding something in it and showing it in the original. */
export const foldWithOffsets = (text: string): FoldedText => {
  const folded = foldText(text)
  // Folding takes marks away and changes single characters: the same length means that every character stayed in its place.
  if (folded.length === text.length) return { text: folded, at: (index) => index }
  return letterByLetter(text)
}

// A mark belongs to the letter before it, and a Korean syllable may be written as its two or three letters.
const clusters = /[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?|\P{M}\p{M}*|\p{M}+/gu

const letterByLetter = (text: string): FoldedText => {
  let folded = ''
  const offsets: number[] = []
  let at = 0
  for (const [cluster] of text.matchAll(clusters)) {
    const piece = foldText(cluster)
    for (let i = 0; i < piece.length; i++) offsets.push(at)
    folded += piece
    at += cluster.length
  }
  return { text: folded, at: (index) => offsets[index] ?? text.length }
}
