/**
 * The position of each key in the order of most posts; `orders` holds how often each order occurs. Keys of a
 * group follow their parent.
 */
export const usualOrder = (orders: ReadonlyMap<string, number>): ((key: string) => number) => {
  const before = new Map<string, Map<string, number>>()
  const counts = new Map<string, number>()
  for (const [order, count] of orders) {
    const keys = order === '' ? [] : order.split('\n').slice(0, 60)
    for (const [at, key] of keys.entries()) {
      counts.set(key, (counts.get(key) ?? 0) + count)
      const row = before.get(key) ?? new Map<string, number>()
      before.set(key, row)
      for (const later of keys.slice(at + 1)) row.set(later, (row.get(later) ?? 0) + count)
    }
  }
  const precedes = (a: string, b: string): number =>
    (before.get(a)?.get(b) ?? 0) - (before.get(b)?.get(a) ?? 0)
  const sorted: string[] = []
  for (const [key] of [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)))
    sorted.splice(bestPlace(sorted, key, precedes), 0, key)
  const places = new Map(sorted.map((key, at) => [key, at]))
  return (key) => {
    const dot = key.indexOf('.')
    const own = places.get(key)
    if (own !== undefined || dot < 0) return own ?? sorted.length
    return (places.get(key.slice(0, dot)) ?? sorted.length) + 0.5
  }
}

// The position that the fewest posts contradict: the score adds, for each key passed, the posts that have it
// before `key` minus those that have it after.
const bestPlace = (
  sorted: readonly string[],
  key: string,
  precedes: (a: string, b: string) => number,
): number => {
  let best = 0
  let score = 0
  let highest = 0
  for (const [at, other] of sorted.entries()) {
    score += precedes(other, key)
    if (score > highest) {
      highest = score
      best = at + 1
    }
  }
  return best
}
