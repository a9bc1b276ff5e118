// Scripts without spaces count by the character; a link counts by its words, not by its address.
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’.\-_](?=[\p{L}\p{N}]))*/gu
const address = /<?https?:\/\/\S+/g

/** The words of one line of markdown, as a reader would count them. */
export const wordsOfLine = (line: string): number =>
  withoutTargets(line).replace(address, ' ').match(word)?.length ?? 0

// By hand: a pattern looks for the end of a target from each beginning, which a hostile line has without number.
const withoutTargets = (line: string): string => {
  let kept = ''
  let from = 0
  for (;;) {
    const begin = line.indexOf('](', from)
    const end = begin < 0 ? -1 : line.indexOf(')', begin + 2)
    if (end < 0) return kept + line.slice(from)
    kept += `${line.slice(from, begin)} `
    from = end + 1
  }
}

/** The words of a piece of markdown. */
export const wordsOf = (text: string): number =>
  text.split('\n').reduce((words, line) => words + wordsOfLine(line), 0)

/** Whole minutes that so many words take; one at least, for a post that has any. */
export const readingMinutes = (words: number, wordsPerMinute: number): number =>
  words === 0 ? 0 : Math.max(1, Math.round(words / wordsPerMinute))
