import { memoized } from '../../base/memoized'

/** Whether a stem meets a condition. */
type Test = (stem: string) => boolean

const maxKnown = 20_000

/** One place of a condition: a letter, any letter (`.`), or one of several (`[ab]`, `[^ab]`). */
const places = /\[(\^?)([^[\]]*)\]|(.)/gsu

const atStart = memoized(maxKnown, (condition) => testFor(condition, 'start'))
const atEnd = memoized(maxKnown, (condition) => testFor(condition, 'end'))

/** A test for the condition of an affix rule (hunspell(5)) at the start or end of a stem. */
export const conditionOf = (condition: string, side: 'start' | 'end'): Test =>
  side === 'start' ? atStart(condition) : atEnd(condition)

const testFor = (condition: string, side: 'start' | 'end'): Test => {
  if (condition === '.') return () => true
  const tests = [...condition.matchAll(places)].map(([, not, letters, letter]) => {
    if (letters === undefined) return letter === '.' ? () => true : (at: string) => at === letter
    const among = new Set(letters)
    return (at: string) => among.has(at) !== (not === '^')
  })
  return (stem) => {
    if (stem.length < tests.length) return false
    const first = side === 'start' ? 0 : stem.length - tests.length
    return tests.every((test, index) => test(stem.charAt(first + index)))
  }
}
