import { pieces, snippets } from './random-pieces'

/** A generator of random numbers; the same seed gives the same numbers. */
export const randomFrom = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** A random item of a list. */
export const pick = <T>(random: () => number, list: readonly T[]): T => {
  const found = list[Math.floor(random() * list.length)]
  if (found === undefined) throw new Error('Nothing to pick from')
  return found
}

/** A post of random blocks; sometimes with a head, sometimes without blank lines between blocks. */
export const randomPost = (random: () => number, blocks: number): string => {
  const head = random() < 0.3 ? '---\ntitle: A post\ndate: 2024-01-01\n---\n' : ''
  let text = head
  for (let i = 0; i < blocks; i++) text += pick(random, pieces) + (random() < 0.85 ? '\n\n' : '\n')
  return text
}

/** A random edit as a writer makes it: inserts a snippet or a block, or deletes characters or a line. */
export const randomEdit = (random: () => number, text: string) => {
  const from = Math.floor(random() * (text.length + 1))
  const kind = random()
  if (kind < 0.35) return { from, to: from, insert: pick(random, snippets) }
  if (kind < 0.5) return { from, to: Math.min(text.length, from + 1 + Math.floor(random() * 3)), insert: '' }
  if (kind < 0.6) return { from, to: Math.min(text.length, from + Math.floor(random() * 120)), insert: '' }
  if (kind < 0.7)
    return {
      from,
      to: Math.min(text.length, from + Math.floor(random() * 9)),
      insert: pick(random, snippets),
    }
  if (kind < 0.85) {
    const line = text.indexOf('\n', from)
    const at = line < 0 ? text.length : line + 1
    return { from: at, to: at, insert: `${pick(random, pieces)}\n${random() < 0.7 ? '\n' : ''}` }
  }
  const start = text.lastIndexOf('\n', from) + 1
  const end = text.indexOf('\n', from)
  return kind < 0.95
    ? { from: start, to: end < 0 ? text.length : end + 1, insert: '' }
    : { from: 0, to: 0, insert: pick(random, ['---\n', '---\ntitle: x\n---\n', '\n', '{\n', 'x']) }
}
