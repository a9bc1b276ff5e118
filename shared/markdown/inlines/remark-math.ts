import type MarkdownIt from 'markdown-it'
import type { StateInline } from 'markdown-it'
import { itemAt } from '../../base/item-at'
import { isIndentedCode, lineEnd, textStart } from '../tags/state-lines'

/** The starts of the runs of dollars in a text, by their length. */
const runsIn = (text: string): ReadonlyMap<number, readonly number[]> => {
  const runs = new Map<number, number[]>()
  for (const { 0: run, index } of text.matchAll(/\$+/g)) {
    const starts = runs.get(run.length)
    if (starts) starts.push(index)
    else runs.set(run.length, [index])
  }
  return runs
}

const known = new WeakMap<StateInline, ReadonlyMap<number, number[]>>()

/** The next run of this length after `from`; runs passed once are not needed again. */
const closingRun = (state: StateInline, length: number, from: number): number | null => {
  let runs = known.get(state)
  if (!runs) {
    runs = new Map([...runsIn(state.src)].map(([size, starts]) => [size, starts.toReversed()]))
    known.set(state, runs)
  }
  const starts = runs.get(length) ?? []
  while (starts.length > 0 && itemAt(starts, starts.length - 1) < from) starts.pop()
  const at = starts.at(-1)
  return at !== undefined && at + length <= state.posMax ? at : null
}

/**
 * Formulas as remark-math reads them, like code: between two runs of as many dollars, whatever is beside them, so that
 * `$5 and $6` is one; and between lines of two or more dollars. Without `single`, one dollar is text.
 */
export const remarkMath = (
  md: MarkdownIt,
  render: (content: string, display: boolean, env: Record<string, unknown>) => string,
  single: boolean,
): void => {
  md.inline.ruler.after('escape', 'remark_math', (state, silent) => {
    const { src, pos } = state
    if (src.charCodeAt(pos) !== 36) return false
    let from = pos
    while (from < state.posMax && src.charCodeAt(from) === 36) from++
    const length = from - pos
    const end = length === 1 && !single ? null : closingRun(state, length, from)
    if (end === null) {
      if (!silent) state.pending += src.slice(pos, from)
      state.pos = from
      return true
    }
    if (!silent) {
      const token = state.push('math_inline', 'math', 0)
      const inside = src.slice(from, end)
      token.markup = src.slice(pos, from)
      token.content = /^[ \n][\s\S]*[^ \n][\s\S]*[ \n]$/.test(inside) ? inside.slice(1, -1) : inside
    }
    state.pos = end + length
    return true
  })
  md.block.ruler.after(
    'blockquote',
    'remark_math',
    (state, startLine, endLine, silent) => {
      if (isIndentedCode(state, startLine)) return false
      const text = (line: number): string => state.src.slice(textStart(state, line), lineEnd(state, line))
      const marks = /^(\${2,})[^$]*$/.exec(text(startLine))?.[1]
      if (!marks) return false
      if (silent) return true
      const closing = new RegExp(`^\\\${${marks.length},}[ \\t]*$`)
      let line = startLine + 1
      let isClosed = false
      for (; line < endLine && !isClosed; line++) {
        if (!state.isEmpty(line) && itemAt(state.sCount, line) < state.blkIndent) break
        isClosed = closing.test(text(line)) && !isIndentedCode(state, line)
      }
      const token = state.push('math_block', 'math', 0)
      token.block = true
      token.markup = marks
      const indent = itemAt(state.sCount, startLine)
      token.content = state.getLines(startLine + 1, isClosed ? line - 1 : line, indent, true)
      token.map = [startLine, line]
      state.line = line
      return true
    },
    { alt: ['paragraph', 'reference', 'blockquote', 'list'] },
  )
  md.renderer.rules.math_inline = (tokens, index, _options, env) =>
    render(itemAt(tokens, index).content, false, env)
  md.renderer.rules.math_block = (tokens, index, _options, env) =>
    render(itemAt(tokens, index).content, true, env)
}
