/** Longer patterns and texts are not matched: both are a stranger's. */
const longestPattern = 300
const longestText = 150
/** With more ways to match than this, a pattern could take too long on a text. A repetition counts double. */
const maxWays = 8

/**
 * The named groups of a Python pattern that matches at the start of a text (`re.match`), in lower case; null if the pattern
 * is not one that can be tried.
 */
export const pythonGroups = (pattern: string, text: string): Readonly<Record<string, string>> | null => {
  if (pattern === '') return {}
  const compiled = text.length > longestText ? null : compiledPattern(pattern)
  if (compiled === null) return null
  const groups = Object.entries(compiled.exec(text)?.groups ?? {})
  return Object.fromEntries(
    groups.flatMap(([name, value]) => (value === undefined ? [] : [[name.toLowerCase(), value]])),
  )
}

const compiledPattern = (pattern: string): RegExp | null => {
  const [, flags = '', rest = ''] = /^(?:\(\?([imsx]+)\))?(.*)$/s.exec(pattern) ?? []
  if (pattern.length > longestPattern || /[mx]/.test(flags) || !isQuick(rest)) return null
  const source = rest
    .replaceAll('(?P<', '(?<')
    .replace(/\(\?P=(\w+)\)/g, '\\k<$1>')
    .replace(/\\A/g, '^')
    .replace(/\\Z/g, '$')
  try {
    return new RegExp(`^(?:${source})`, `u${flags.includes('i') ? 'i' : ''}${flags.includes('s') ? 's' : ''}`)
  } catch (error) {
    if (error instanceof SyntaxError) return null // something that only Python has
    throw error
  }
}

/** Whether nothing with ways of its own is repeated, and there are few ways to match. */
const isQuick = (pattern: string): boolean => {
  const plain = pattern
    .replace(/\\./g, 'x')
    .replace(/\[\^?\]?[^\]]*\]/g, 'x')
    .replace(/\(\?(?:P?<?[=!]?)/g, '(') // not the sign of an option
    .replace(/\{\d+\}/g, (times, at: number, text: string) => (text.charAt(at - 1) === ')' ? times : ''))
  const repeats = plain.match(/[*+]|\{\d*,\d*\}/g)?.length ?? 0
  const choices = plain.match(/[?|]/g)?.length ?? 0
  return 2 * repeats + choices <= maxWays && !/\)(?:[*+]|\{)/.test(plain)
}
