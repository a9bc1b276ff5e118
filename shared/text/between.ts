/** Start and end, in turn, of what begins with one sign and ends with the next other; looks over the text once. */
export const rangesBetween = (text: string, open: string, close: string): readonly number[] => {
  const ranges: number[] = []
  for (let from = text.indexOf(open); from >= 0; from = text.indexOf(open, ranges.at(-1))) {
    const end = text.indexOf(close, from + open.length)
    if (end < 0) break // of the further ones none ends either
    ranges.push(from, end + close.length)
  }
  return ranges
}
