/** Changes of one letter between two names; `most` + 1 where it takes more. */
const distance = (a: string, b: string, most: number): number => {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1])
      next.push(Math.min(same, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    if (Math.min(...next) > most) return most + 1
    row = next
  }
  return row[b.length] ?? most + 1
}

const plain = (name: string): string => name.toLowerCase().replace(/[-_ .]+/g, '')
const longest = 120

/** The name that was probably meant: it differs by a letter or three, or only in case and marks. Null without one. */
export const nearest = (wanted: string, names: Iterable<string>): string | null => {
  if (wanted.length > longest) return null
  const word = plain(wanted)
  const most = Math.min(3, Math.floor(word.length / 4))
  let best: string | null = null
  let least = most + 1
  for (const name of names) {
    if (name === wanted || name.length > longest) continue
    const far = distance(word, plain(name), least - 1)
    if (far >= least) continue
    best = name
    least = far
    if (far === 0) break
  }
  return best
}
