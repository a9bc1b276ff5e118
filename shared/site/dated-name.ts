/** A name with a date in front. */
export interface DatedName {
  /** YYYY-MM-DD, or as it stands there. */
  readonly date: string
  /** What Zola reads behind it: `T10:00:00Z`; empty without one. */
  readonly time: string
  /** What parts it from the rest. */
  readonly mark: string
  readonly rest: string
}

// Jekyll's and Eleventy's `2024-01-05-name`, with the time and the blank of Zola's RFC3339_DATE.
const inFront = /^(\d{4}-\d{1,2}-\d{1,2})(T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[-+]\d\d:\d\d))?( ?[-_])(.*)$/s

/** The parts of a name, without extension, that begins with a date; null for another. */
export const splitDatedName = (name: string): DatedName | null => {
  const [, date, time = '', mark, rest] = inFront.exec(name) ?? []
  return date === undefined || mark === undefined || rest === undefined ? null : { date, time, mark, rest }
}
