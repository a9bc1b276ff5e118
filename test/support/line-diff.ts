/** The lines, by their number from 1, in which two files of equally many lines differ; null when the count differs. */
export const differingLines = (before: Buffer, after: Buffer): number[] | null => {
  const a = before.toString('latin1').split('\n')
  const b = after.toString('latin1').split('\n')
  if (a.length !== b.length) return null
  return a.flatMap((line, index) => (line === b[index] ? [] : [index + 1]))
}
