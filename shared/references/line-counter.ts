/** Returns the 1-based line of an offset, fast if offsets ascend; `firstLine` is the line of `from`. */
export const lineCounter = (text: string, from = 0, firstLine = 1): ((offset: number) => number) => {
  let at = from
  let line = firstLine
  return (offset) => {
    if (offset < at) {
      at = from
      line = firstLine
    }
    for (let end = text.indexOf('\n', at); end >= 0 && end < offset; end = text.indexOf('\n', at)) {
      at = end + 1
      line++
    }
    return line
  }
}
