/** Converts a word to another spelling. */
export type Conversion = (word: string) => string

const unchanged: Conversion = (word) => word

/**
 * The conversion by the `ICONV` or `OCONV` lines of an affix file (hunspell(5)): at each offset the longest
 * match is replaced. A `_` before or after a pattern anchors it to the start or end of the word.
 */
export const conversionOf = (pairs: readonly (readonly [from: string, to: string])[]): Conversion => {
  const known = new Map(pairs.map(([from, to]) => [from, to === '0' ? '' : to.replaceAll('_', ' ')]))
  if (known.size === 0) return unchanged
  const longest = Math.max(...[...known.keys()].map(({ length }) => length))
  const taken = (word: string, at: number): readonly [length: number, to: string] => {
    for (let length = Math.min(longest, word.length - at); length > 0; length -= 1) {
      const part = word.slice(at, at + length)
      const starts = at === 0 ? ['_', ''] : ['']
      const ends = at + length === word.length ? ['_', ''] : ['']
      for (const start of starts)
        for (const end of ends) {
          const to = known.get(start + part + end)
          if (to !== undefined) return [length, to]
        }
    }
    return [1, word[at] ?? '']
  }
  return (word) => {
    let made = ''
    for (let at = 0; at < word.length; ) {
      const [length, to] = taken(word, at)
      made += to
      at += length
    }
    return made
  }
}
