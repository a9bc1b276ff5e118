/** Letters that may have an accent: Latin beyond ASCII, Greek, Cyrillic; and combining accents. */
const accented = /[\u00c0-\u024f\u1e00-\u1fff]|[\u0300-\u052f]/
const korean = /[\u1100-\u11ff]/
/** The combining marks that turn ka into ga in Japanese; macOS writes them separately. */
const voiced = /[\u3099\u309a]/
const curly = /[\u2018\u2019\u02bc\uff07\u201c\u201d]/g

/**
 * A text as the search compares it: lower case, without accents, with straight quotes, the same for composed
 * and decomposed letters.
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

/** A folded text with the original offset of each character. */
export interface FoldedText {
  readonly text: string
  /** The original offset of an offset in the folded text; the end maps to the end. */
  readonly at: (folded: number) => number
}

/** Folds a text so that what is found in it can be shown in the original. */
export const foldWithOffsets = (text: string): FoldedText => {
  const folded = foldText(text)
  // Folding removes marks and replaces single characters: if the length is the same, so is every offset.
  if (folded.length === text.length) return { text: folded, at: (index) => index }
  return letterByLetter(text)
}

// A mark belongs to the letter before it, and a Korean syllable may be written as two or three letters.
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
