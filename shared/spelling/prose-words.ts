/** A word with its offsets in a text. */
export interface PlacedWord {
  readonly text: string
  readonly from: number
  readonly to: number
}

/** Longer words are data. */
const longest = 60

// Text that no dictionary contains, in order of precedence: addresses, names in code, tags of generators.
const unspelled = new RegExp(
  [
    /\{\{[\s\S]*?\}\}|\{%[\s\S]*?%\}|\{#[\s\S]*?#\}/u, // Hugo, Liquid, Nunjucks
    /\$\$[\s\S]*?\$\$|\$[^\s$](?:[^$\n]*[^\s$])?\$(?!\d)/u, // formulas
    /\{[:#.][^}\n]*\}/u, // attributes
    /\[![A-Za-z]+\]/u, // alerts
    /\[\^[^\]\n]+\]/u, // footnotes
    /[A-Za-z][A-Za-z\d+.-]*:\/\/\S+|(?:mailto|tel|data):\S+|[Ww]{3}\.\S+/u,
    /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+/u, // mail
    /(?<![\p{L}\p{N}])[@#][\p{L}\p{N}_-]+/u, // people and tags
    /(?<![\p{L}\p{N}]):[a-z\d_+-]+:/u, // emoji
    /(?<![\p{L}\p{N}])(?:[~.]{1,2})?\/[\p{L}\p{N}._/-]*[\p{L}\p{N}_/]|[A-Za-z]:\\\S+|\S+\\\S+/u, // paths
    /(?<![\p{L}\p{N}])(?:[\p{L}\p{N}_-]+\/){2,}[\p{L}\p{N}._-]*/u,
    /[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.[a-z][a-z\d]{1,5}(?![\p{L}\p{N}])/u, // names of files and hosts
    /[\p{L}\p{N}]*_[\p{L}\p{N}_]*[\p{L}\p{N}]/u, // names_in_code
    /[\p{L}\p{N}]+\(\)/u,
    /[\p{L}\p{M}]*\p{N}[\p{L}\p{M}\p{N}'’-]*/u, // h264, 2nd
    /\p{Ll}+\p{Lu}[\p{L}\p{N}]*|\p{Lu}\p{Ll}+\p{Lu}[\p{L}\p{N}]*/u, // iPhone, JavaScript
    /(?<![\p{L}\p{M}\p{N}])\p{Lu}{2,5}(?:['’]?s)?(?![\p{L}\p{M}\p{N}])/u, // NASA, PDFs
    /&#?[A-Za-z\d]+;/u,
  ]
    .map(({ source }) => source)
    .join('|'),
  'gu',
)

/** A text with spaces in place of everything without a spelling: addresses, code, tags of generators. */
const blanked = (text: string): string =>
  partsOf(text)
    .map((part) => part.replace(data, blanks).replace(unspelled, blanks))
    .join('')

const blanks = (found: string): string => ' '.repeat(found.length)

/** Too long for words, and the patterns above would take quadratic time on them. */
const data = /\S{200,}/g
/** The longest part that is searched at once, which limits the search for the end of a tag or formula. */
const longestPart = 5_000

/** Splits a text into parts, at a line break if there is one, otherwise at a space, otherwise anywhere. */
const partsOf = (text: string): readonly string[] => {
  const parts: string[] = []
  for (let from = 0; from < text.length; ) {
    const most = from + longestPart
    const line = text.lastIndexOf('\n', most) + 1
    const gap = line > from ? line : text.lastIndexOf(' ', most) + 1
    const to = most >= text.length ? text.length : gap > from ? gap : most
    parts.push(text.slice(from, to))
    from = to
  }
  return parts
}

const word = /[\p{L}\p{M}]+(?:['’\-‐‑·\u00ad][\p{L}\p{M}]+)*/gu

/** The words of a text whose spelling can be checked. */
export const wordsOfProse = (text: string): readonly PlacedWord[] =>
  [...blanked(text).matchAll(word)]
    .map(({ 0: found, index }) => ({ text: found, from: index, to: index + found.length }))
    .filter(({ text: found }) => found.length > 1 && found.length <= longest)
