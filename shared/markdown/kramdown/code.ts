import { isBlank, type Lines } from './lines'
import type { Node } from './nodes'
import { endsLazy, fence, indented } from './patterns'

interface ReadCode {
  readonly nodes: Node[]
  readonly next: number
}

/** Indented lines and lines right after them without a blank line; blank lines in between are code too. */
export const readCode = (lines: Lines, start: number): ReadCode => {
  const found: string[] = []
  let next = start
  for (let at = start, isOpen = false; at < lines.count; at++) {
    const text = lines.text(at)
    if (isBlank(text)) {
      isOpen = false
      continue
    }
    const isIndented = indented.test(text)
    if (!isIndented && (!isOpen || endsLazy(text))) break
    while (start + found.length < at) found.push('')
    // A line that is not indented is joined to the line before.
    if (isIndented) found.push(text.replace(indented, ''))
    else {
      let last = found.length - 1
      while (last > 0 && found[last] === '\u0000') last--
      found[last] += ` ${text}`
      found.push('\u0000')
    }
    isOpen = true
    next = at + 1
  }
  const text = `${found.filter((line) => line !== '\u0000').join('\n')}\n`
  const place = { from: lines.number(start), to: lines.number(next - 1) + 1 }
  return { nodes: [{ kind: 'code', text, language: null, markup: '', ...place }], next }
}

/** The line that closes the fence at `start`; null if no fence begins there or it is never closed. */
export const endOfFence = (lines: Lines, start: number): number | null => {
  const marks = fence.exec(lines.text(start))?.[1]
  if (marks === undefined) return null
  const closing = new RegExp(`^ {0,3}${marks}${marks[0]}*\\s*$`)
  if (!lines.unclosed.has(marks))
    for (let at = start + 1; at < lines.count; at++) if (closing.test(lines.text(at))) return at
  lines.unclosed.add(marks)
  lines.onOpenEnd?.()
  return null
}

/** Reads a closed fence whose info string is at most one word. */
export const readFence = (lines: Lines, start: number): ReadCode | null => {
  const end = endOfFence(lines, start)
  if (end === null) return null
  const [, markup = '', language = ''] = fence.exec(lines.text(start)) ?? []
  const inside = Array.from({ length: end - start - 1 }, (_, index) => `${lines.text(start + 1 + index)}\n`)
  const place = { from: lines.number(start), to: lines.number(end) + 1 }
  return { nodes: [{ kind: 'code', text: inside.join(''), language, markup, ...place }], next: end + 1 }
}
