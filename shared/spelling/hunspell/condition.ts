const known = new Map<string, (stem: string) => boolean>()
const maxKnown = 20_000

/** One place of a condition: a letter, any letter (`.`), or one of several (`[ab]`, `[^ab]`). */
const places = /\[(\^?)([^[\]]*)\]|(.)/gsu

/** A test for the condition of an affix rule (hunspell(5)) at the start or end of a stem. */
export const conditionOf = (condition: string, side: 'start' | 'end'): ((stem: string) => boolean) => {
  if (condition === '.') return () => true
  const key = side + condition
  const before = known.get(key)
  if (before) return before
  const tests = [...condition.matchAll(places)].map(([, not, letters, letter]) => {
    if (letters === undefined) return letter === '.' ? () => true : (at: string) => at === letter
    const among = new Set(letters)
    return (at: string) => among.has(at) !== (not === '^')
  })
  const fits = (stem: string): boolean => {
    if (stem.length < tests.length) return false
    const first = side === 'start' ? 0 : stem.length - tests.length
    return tests.every((test, index) => test(stem.charAt(first + index)))
  }
  if (known.size >= maxKnown) known.clear()
  known.set(key, fits)
  return fits
}
