/** Where something stands in a text: offsets with LF line ends, line and column from 1. */
export interface Place {
  readonly from: number
  readonly to: number
  readonly line: number
  readonly column: number
}

/** Answers the places of ranges; quickest in ascending order. */
export type PlaceOf = (from: number, to: number) => Place

/** Counts the lines of a text as far as it is asked. */
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
