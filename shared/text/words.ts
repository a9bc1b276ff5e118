// Han and kana count by the character; a link counts by its words, not by its address.
const word =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}]|['’.\-_](?=[\p{L}\p{N}])|(?<=\p{N}),(?=\p{N}))*/gu
const address = /<?https?:\/\/\S+/g
// Tags of HTML and of generators, footnote marks and entities are no words. Each ends where another one could begin.
const noWords = /<\/?[A-Za-z][^<>]*>|\{\{[^{}]*\}\}|\{%[^{}%]*%\}|\[\^[^[\]]*\]|&#?[A-Za-z\d]{1,31};/g
const mayHaveTags = /[<{&]|\[\^/

// Scripts without spaces between words, which can only be told apart with a dictionary.
const unspaced =
  /[\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}][\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}\p{M}]*/gu
const wordSegments = new Intl.Segmenter('th', { granularity: 'word' })
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** The words of one line of markdown, as a reader would count them. */
export const wordsOfLine = (line: string): number => {
  let words = 0
  const linked = withoutTargets(line).replace(address, ' ')
  const spaced = (mayHaveTags.test(linked) ? linked.replace(noWords, ' ') : linked).replace(
    unspaced,
    (run) => {
      for (const { isWordLike } of wordSegments.segment(run)) if (isWordLike) words += 1
      return ' '
    },
  )
  return words + (spaced.match(word)?.length ?? 0)
}

// Characters that do not combine with others, so that each counts as one.
const single =
  /^[\t\x20-\u02ff\u0370-\u0482\u2010-\u2027\u3000-\u3029\u3030-\u3098\u309b-\u9fff\uac00-\ud7a3]*$/

/** The characters of a line as readers see them, with markup; an emoji or accented letter is one. */
export const charactersOfLine = (line: string): number => {
  if (single.test(line)) return line.length
  let characters = 0
  for (const _ of graphemes.segment(line)) characters += 1
  return characters
}

// Not with a pattern, which would search for an end from each `](`, and a hostile line may have many.
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

/** Reading time in whole minutes; at least one unless there are no words. */
export const readingMinutes = (words: number, wordsPerMinute: number): number =>
  words === 0 ? 0 : Math.max(1, Math.round(words / wordsPerMinute))
