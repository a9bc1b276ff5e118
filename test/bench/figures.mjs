/** The value below which this share of all values is. @param {readonly number[]} values @param {number} share */
export const quantile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN
/** The median. */
export const median = (/** @type {readonly number[]} */ values) => quantile(values, 0.5)
/** Milliseconds, formatted for a table. */
export const ms = (/** @type {number} */ value) => (value < 10 ? value.toFixed(1) : String(Math.round(value)))
