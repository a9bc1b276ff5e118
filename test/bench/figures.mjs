/** The value that this share of all stays under. @param {readonly number[]} values @param {number} share */
export const quantile = (values, share) =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ??
  Number.NaN
/** The middle one. */
export const median = (/** @type {readonly number[]} */ values) => quantile(values, 0.5)
/** Milliseconds as a table shows them. */
export const ms = (/** @type {number} */ value) => (value < 10 ? value.toFixed(1) : String(Math.round(value)))
