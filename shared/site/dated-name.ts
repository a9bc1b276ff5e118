/** A name with a date in front. */
export interface DatedName {
  /** YYYY-MM-DD as written; month and day may have one digit. */
  readonly date: string
  /** The time that Zola reads after the date: `T10:00:00Z`; empty if there is none. */
  readonly time: string
  /** The separator before the rest. */
  readonly mark: string
  readonly rest: string
}

// `2024-01-05-name` as in Jekyll and Eleventy, or with the time and blank of Zola's RFC3339_DATE.
const inFront = /^(\d{4}-\d{1,2}-\d{1,2})(T\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[-+]\d\d:\d\d))?( ?[-_])(.*)$/s

/** The parts of a name without extension that starts with a date; null for other names. */
export const splitDatedName = (name: string): DatedName | null => {
  const [, date, time = '', mark, rest] = inFront.exec(name) ?? []
  return date === undefined || mark === undefined || rest === undefined ? null : { date, time, mark, rest }
}
