const conjunction = new Intl.ListFormat('en')
const unit = new Intl.ListFormat('en', { type: 'unit' })

/** Names as part of a sentence: `a, b, and c`. */
export const listOf = (names: readonly string[]): string => conjunction.format(names)

/** Counts or values one after the other: `a, b, c`. */
export const valuesOf = (values: readonly string[]): string => unit.format(values)
