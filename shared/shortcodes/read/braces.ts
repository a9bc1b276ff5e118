const closers: Readonly<Record<string, string>> = { '{': '}', '(': ')', '[': ']', '<': '>' }

/** The text between a bracket and its closing one; null if it is not closed. Skips text in quotes. */
export const insideOf = (source: string, at: number): string | null => {
  const open = source.charAt(at)
  const close = closers[open]
  if (close === undefined) return null
  let depth = 0
  for (let index = at; index < source.length; index += 1) {
    const sign = source.charAt(index)
    if (sign === '"' || sign === "'" || sign === '`') {
      index = endOfText(source, index)
      continue
    }
    if (sign === open) depth += 1
    else if (sign === close && !(sign === '>' && source[index - 1] === '=')) depth -= 1
    if (depth === 0) return source.slice(at + 1, index)
  }
  return null
}

const endOfText = (source: string, at: number): number => {
  const quote = source[at]
  for (let index = at + 1; index < source.length; index += 1) {
    if (source[index] === '\\') index += 1
    else if (source[index] === quote) return index
    else if (source[index] === '\n' && quote !== '`') return index
  }
  return source.length
}

/** Splits a list at separators outside brackets and quotes. */
export const partsOf = (list: string, between: RegExp): readonly string[] => {
  const parts: string[] = []
  let depth = 0
  let from = 0
  for (let index = 0; index < list.length; index += 1) {
    const sign = list.charAt(index)
    if (sign === '"' || sign === "'" || sign === '`') index = endOfText(list, index)
    else if ('{(['.includes(sign)) depth += 1
    else if ('})]'.includes(sign)) depth -= 1
    else if (depth === 0 && between.test(sign)) {
      parts.push(list.slice(from, index))
      from = index + 1
    }
  }
  return [...parts, list.slice(from)].map((part) => part.trim()).filter((part) => part !== '')
}

/** Code without its comments; what looks like one inside quotes stays. */
export const withoutComments = (source: string): string =>
  source.replace(
    // Unclosed quotes and comments match to the end, as searching for an end from each start is quadratic.
    /("(?:[^"\\\n]|\\.)*(?:["\\]|(?=\n)|$)|'(?:[^'\\\n]|\\.)*(?:['\\]|(?=\n)|$)|`(?:[^`\\]|\\[\s\S])*(?:[`\\]|$))|\/\*[\s\S]*?(?:\*\/|$)|(?<!:)\/\/[^\n]*/g,
    (_all, text?: string) => text ?? '',
  )
