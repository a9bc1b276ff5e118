const start = /^([ >]*)\[(\^[^\]\s]+)\]:/
const otherBlock = /^ {0,3}(?:#|>|[-*+][ \t]|\d{1,9}[.)][ \t]|`{3}|~{3}|<)/
const isIndented = /^(?: {4}|\t)/

/**
 * The text with footnotes in a form that a CommonMark parser reads as prose, with the same offsets: a note is
 * no link definition, and its indented paragraphs are quotes, not code.
 */
export const footnotesAsQuotes = (text: string): string => {
  const lines = text.split('\n')
  let isInNote = false
  let isAfterEmpty = false
  const quoted: number[] = []
  for (const [index, line] of lines.entries()) {
    if (start.test(line)) {
      lines[index] = line.replace(start, '$1($2):')
      isInNote = true
      isAfterEmpty = false
    } else if (line.trim() === '') isAfterEmpty = true
    else if (isIndented.test(line) && isInNote && isAfterEmpty) quoted.push(index)
    else if (isAfterEmpty || otherBlock.test(line)) isInNote = false
  }
  // A quote would end at the empty lines of a code block in it.
  if (quoted.some((index) => /^\s*(?:`{3}|~{3})/.test(lines[index] ?? ''))) return lines.join('\n')
  for (const index of quoted) lines[index] = `>${(lines[index] ?? '').slice(1)}`
  return lines.join('\n')
}
