/** Replaces a range (UTF-16 offsets, LF line ends) by `insert`. Lists are sorted and do not overlap. */
export interface TextChange {
  readonly from: number
  readonly to: number
  readonly insert: string
}

/** The text after the changes; all offsets are those of the text before. */
export const applyTextChanges = (text: string, changes: readonly TextChange[]): string => {
  let result = ''
  let at = 0
  for (const { from, to, insert } of changes) {
    result += text.slice(at, from) + insert
    at = to
  }
  return result + text.slice(at)
}
