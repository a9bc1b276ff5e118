import type { EditorState } from '@codemirror/state'

const begun = /^(?:#{1,6} |[-+*] |\d{1,9}[.)] |> ?|\||`{3,}|~{3,}|\$\$|---$)/
const prefix = /^((?:\s*>)+\s?|\s*)((?:[-+*]|\d{1,9}[.)])\s+(?:\[[ xX]\]\s+)?)?/
const item = /^(?:[-+*]|\d{1,9}[.)]) +(?:\[[ xX]\] +)?/

/** Whether markdown has blocks, not only text for the line it is pasted into. */
const isBlock = (markdown: string): boolean => markdown.includes('\n') || begun.test(markdown)

/**
 * Blocks for insertion at a position: on their own lines with blank lines around, each line with the prefix of the quote
 * or list at the position.
 */
export const fitBlock = (markdown: string, state: EditorState, from: number, to: number): string => {
  if (!isBlock(markdown)) return markdown
  const first = state.doc.lineAt(from)
  const last = state.doc.lineAt(to)
  const before = first.text.slice(0, from - first.from)
  const [start = '', outer = '', sign = ''] = prefix.exec(before) ?? []
  const isEmpty = before.trim() === start.trim() && before.length >= start.length
  const joinsList = isEmpty && sign !== '' && item.test(markdown)
  const inner = outer + (joinsList ? '' : ' '.repeat(sign.length))
  const text = joinsList ? markdown.replace(item, '') : markdown
  const lines = text.split('\n').map((line, index) => (index === 0 || line === '' ? line : inner + line))
  const quoted = outer.includes('>') ? lines.map((line) => (line === '' ? outer.trimEnd() : line)) : lines
  const blank = `\n${outer.includes('>') ? outer.trimEnd() : ''}\n${inner}`
  const above = first.number > 1 ? state.doc.line(first.number - 1).text.trim() : ''
  const isOpen = isEmpty && (sign !== '' || outer.trim() !== '' || above === '')
  const opening = isOpen ? '' : isEmpty ? `\n${inner}` : blank
  const rest = last.text.slice(to - last.from).trim()
  const below = last.number < state.doc.lines ? state.doc.line(last.number + 1).text.trim() : ''
  const closing = rest !== '' ? blank : below !== '' && sign === '' && outer.trim() === '' ? '\n' : ''
  return opening + quoted.join('\n') + closing
}
