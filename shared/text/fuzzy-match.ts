import { foldText } from './fold-text'

/** How well a text matches what was typed, and which of its characters match. */
export interface FuzzyMatch {
  readonly score: number
  /** Offsets of the matched characters in the folded text, ascending. */
  readonly at: readonly number[]
}

const wordStart = 8
const together = 5
const gap = 1

/** What was typed, folded once for a whole list. */
export const fuzzyPattern = (typed: string): string => foldText(typed).replace(/\s+/g, '')

/**
 * Finds the letters of `pattern` in `text`, in order; letters at word starts and side by side score best.
 * Null if there is no match. `text` must be folded.
 */
export const fuzzyMatch = (pattern: string, text: string): FuzzyMatch | null => {
  if (pattern === '') return { score: 0, at: [] }
  const whole = text.indexOf(pattern)
  if (whole >= 0) {
    const bonus = isWordStart(text, whole) ? wordStart * 2 : 0
    const score =
      pattern.length * (together + wordStart) + bonus - Math.min(whole, 20) * 0.1 - text.length * 0.01
    return { score, at: Array.from(pattern, (_, index) => whole + index) }
  }
  return scattered(pattern, text)
}

// Greedy from the left, but prefers the start of a later word if the rest still matches after it.
const scattered = (pattern: string, text: string): FuzzyMatch | null => {
  const at: number[] = []
  let score = 0
  let from = 0
  for (let index = 0; index < pattern.length; index++) {
    const letter = pattern.charAt(index)
    const next = text.indexOf(letter, from)
    if (next < 0) return null
    const last = at.at(-1)
    const start =
      next === last || (last !== undefined && next === last + 1) ? next : nextWordStart(text, letter, next)
    const rest = pattern.slice(index + 1)
    const chosen = start !== next && start >= 0 && hasInOrder(rest, text, start + 1) ? start : next
    if (isWordStart(text, chosen)) score += wordStart
    if (last !== undefined && chosen === last + 1) score += together
    else if (last !== undefined) score -= Math.min(chosen - last - 1, 12) * gap
    at.push(chosen)
    from = chosen + 1
  }
  return score > 0 ? { score: score - text.length * 0.01, at } : null
}

const hasInOrder = (letters: string, text: string, from: number): boolean => {
  let at = from
  for (const letter of letters) {
    at = text.indexOf(letter, at) + 1
    if (at === 0) return false
  }
  return true
}

const nextWordStart = (text: string, letter: string, from: number): number => {
  for (let at = from; at >= 0; at = text.indexOf(letter, at + 1)) if (isWordStart(text, at)) return at
  return -1
}

const isWordStart = (text: string, at: number): boolean => at === 0 || /[\s\-_/.]/.test(text.charAt(at - 1))
