/** A range in a text: offsets with LF line ends, 1-based line and column. */
export interface Place {
  readonly from: number
  readonly to: number
  readonly line: number
  readonly column: number
}

/** Returns the place of a range; fastest if called in ascending order. */
export type PlaceOf = (from: number, to: number) => Place

/** Counts the lines of a text only as far as needed. */
export const placesIn = (text: string): PlaceOf => {
  let line = 1
  let start = 0
  return (from, to) => {
    if (from < start) {
      line = 1
      start = 0
    }
    for (let end = text.indexOf('\n', start); end >= 0 && end < from; end = text.indexOf('\n', start)) {
      line += 1
      start = end + 1
    }
    return { from, to, line, column: from - start + 1 }
  }
}
