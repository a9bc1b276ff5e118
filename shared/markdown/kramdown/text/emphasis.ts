import type MarkdownIt from 'markdown-it'
import type { StateInline } from 'markdown-it'

/** Open emphasis, and marks known to have no end, so that the text is not searched again for each of them. */
interface Nesting {
  readonly open: string[]
  readonly endless: Set<string>
}

const nestings = new WeakMap<StateInline, Nesting>()
const nestingOf = (state: StateInline): Nesting => {
  const known = nestings.get(state) ?? { open: [], endless: new Set<string>() }
  nestings.set(state, known)
  return known
}

/** kramdown's emphasis: opens before and closes after a non-blank; `*` also inside words. */
export const emphasis = (md: MarkdownIt): void => {
  md.inline.ruler.at('emphasis', (state, silent) => {
    const { src, pos } = state
    const sign = src[pos]
    if (sign !== '*' && sign !== '_') return false
    const isDouble = src[pos + 1] === sign && pos + 1 < state.posMax
    const nesting = nestingOf(state)
    const literal = (length: number): true => {
      if (!silent) state.pending += src.slice(pos, pos + length)
      state.pos += length
      return true
    }
    const length = isDouble ? 2 : 1
    const tag = isDouble ? 'strong' : 'em'
    const isInWord = sign === '_' && /\p{L}-?$/u.test(src.slice(Math.max(0, pos - 40), pos))
    if (isInWord || /^(?:\s|$)/.test(src.slice(pos + length, state.posMax)) || nesting.open.includes(tag))
      return literal(length)
    const end = findEnd(state, pos + length, sign, length)
    if (end !== null) return draw(state, silent, { tag, from: pos + length, end, length })
    if (isDouble && nesting.open.at(-1) !== 'em') {
      const single = findEnd(state, pos + 1, sign, 1)
      if (single !== null) return draw(state, silent, { tag: 'em', from: pos + 1, end: single, length: 1 })
    }
    return literal(length)
  })
  md.inline.ruler2.disable('emphasis', true)
}

const findEnd = (state: StateInline, from: number, sign: string, length: number): number | null => {
  const { src, posMax } = state
  const nesting = nestingOf(state)
  const mark = sign.repeat(length)
  if (nesting.endless.has(mark)) return null
  const before = state.pos
  const tag = length === 2 ? 'strong' : 'em'
  nesting.open.push(tag)
  let found: number | null = null
  state.pos = from
  while (state.pos < posMax) {
    const at = state.pos
    if (src.startsWith(mark, at) && at > from && isEnd(src, at, sign, length)) {
      found = at
      break
    }
    state.md.inline.skipToken(state)
  }
  nesting.open.pop()
  state.pos = before
  if (found === null) nesting.endless.add(mark)
  return found
}

const isEnd = (src: string, at: number, sign: string, length: number): boolean => {
  if (/\s/.test(src[at - 1] ?? ' ')) return false
  if (length === 1 && src[at + 1] === sign && src[at + 2] !== sign) return false
  return sign !== '_' || !/[\p{L}\p{N}]/u.test(src.charAt(at + length))
}

const draw = (
  state: StateInline,
  silent: boolean,
  { tag, from, end, length }: { tag: string; from: number; end: number; length: number },
): true => {
  if (!silent) {
    const { posMax } = state
    const nesting = nestingOf(state)
    const markup = state.src.slice(end, end + length)
    state.push(`${tag}_open`, tag, 1).markup = markup
    nesting.open.push(tag)
    const { endless } = nesting
    const known = [...endless]
    endless.clear() // a mark without an end outside may have one inside
    state.pos = from
    state.posMax = end
    state.md.inline.tokenize(state)
    state.posMax = posMax
    endless.clear()
    for (const mark of known) endless.add(mark)
    nesting.open.pop()
    state.push(`${tag}_close`, tag, -1).markup = markup
  }
  state.pos = end + length
  return true
}
