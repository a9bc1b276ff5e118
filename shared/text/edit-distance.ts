import { itemAt } from '../base/item-at'

/**
 * How many letters must be inserted, deleted, changed or swapped with their neighbour to turn one word into the other
 * (optimal string alignment); `most + 1` if more than `most`.
 */
export const editDistance = (one: string, other: string, most: number): number => {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: other.length + 1 }, (_none, at) => at)
  for (let row = 1; row <= one.length; row += 1) {
    const now = [row]
    let least = row
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1]
      let steps = Math.min(
        itemAt(last, column) + 1,
        itemAt(now, column - 1) + 1,
        itemAt(last, column - 1) + (isSame ? 0 : 1),
      )
      if (row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1])
        steps = Math.min(steps, itemAt(before, column - 2) + 1)
      now.push(steps)
      least = Math.min(least, steps)
    }
    if (least > most) return most + 1
    before = last
    last = now
  }
  return Math.min(itemAt(last, other.length), most + 1)
}
