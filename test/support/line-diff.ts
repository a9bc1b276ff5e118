/** The numbers, from 1, of the lines in which two files differ; null if their numbers of lines differ. */
export const differingLines = (before: Buffer, after: Buffer): number[] | null => {
  const a = before.toString('latin1').split('\n')
  const b = after.toString('latin1').split('\n')
  if (a.length !== b.length) return null
  return a.flatMap((line, index) => (line === b[index] ? [] : [index + 1]))
}
