// Han and kana count by the character; a link counts by its words, not by its address.
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’.\-_](?=[\p{L}\p{N}]))*/gu
const address = /<?https?:\/\/\S+/g

// Scripts whose words stand side by side without spaces: where one ends only a dictionary knows.
const unspaced =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}][\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{M}]*/gu
const wordSegments = new Intl.Segmenter('th', { granularity: 'word' })
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The words of one line of markdown, as a reader would count them. */
export const wordsOfLine = (line: string): number => {
  let words = 0
  const spaced = withoutTargets(line)
    .replace(address, ' ')
    .replace(unspaced, (run) => {
      for (const { isWordLike } of wordSegments.segment(run)) if (isWordLike) words += 1
      return ' '
    })
  return words + (spaced.match(word)?.length ?? 0)
}

// Letters, signs and syllables that no other character joins: each is one of its own.
const single =
  /^[\t\x20-\u02ff\u0370-\u0482\u2010-\u2027\u3000-\u3029\u3030-\u3098\u309b-\u9fff\uac00-\ud7a3]*$/

/** The characters of one line as a reader sees them, spaces and markup too: an emoji or a letter with accents is one. */
export const charactersOfLine = (line: string): number => {
  if (single.test(line)) return line.length
  let characters = 0
  for (const _ of graphemes.segment(line)) characters += 1
  return characters
}

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

/** The characters of a piece of markdown, without its line breaks. */
export const charactersOf = (text: string): number =>
  text.split('\n').reduce((characters, line) => characters + charactersOfLine(line), 0)

/** Whole minutes that so many words take; one at least, for a post that has any. */
export const readingMinutes = (words: number, wordsPerMinute: number): number =>
  words === 0 ? 0 : Math.max(1, Math.round(words / wordsPerMinute))
