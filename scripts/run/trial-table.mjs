/**
 * The table of what the fault tests tried, from what they noted: one JSON object a line with `what`, and `tried` or
 * `survived`.
 * @param {string} notes
 */
export const trialTable = (notes) => {
  /** @type {Map<string, { tried: number, survived: number }>} */
  const all = new Map()
  for (const line of notes.split('\n').filter(Boolean)) {
    const { what, tried = 0, survived = 0 } = JSON.parse(line)
    const before = all.get(what) ?? { tried: 0, survived: 0 }
    all.set(what, { tried: before.tried + tried, survived: before.survived + survived })
  }
  const rows = [...all]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([what, { tried, survived }]) => [what, tried, survived, tried - survived].map(inWords))
  const lines = [['Tried', 'Times', 'Survived', 'Failed'], ...rows]
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)))
  return lines
    .map((line) =>
      line
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n')
}

/** @param {string | number} cell */
const inWords = (cell) => (typeof cell === 'number' ? cell.toLocaleString('en-US') : cell)
