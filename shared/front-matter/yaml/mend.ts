import type { Document } from 'yaml'
import { itemAt } from '../../base/item-at'
import { parseYaml } from './document'

const maxMends = 20
const field = /^([^\s#'"[\]{}&*!|>%@`-][^:\n]*:[ \t]+)(\S.*)$/

/**
 * Parses YAML with errors by masking them: the value of a one-line field is replaced with a plain word of the
 * same length; a tab in the indentation, and the first letter of a text that continues without indentation,
 * with a space. Ranges stay valid. Null if an error is not limited to one line.
 */
export const mendYaml = (source: string): Document.Parsed | null => {
  const lines = source.split('\n').map((line) => line.replace(/^[ \t]+/, (blank) => ' '.repeat(blank.length)))
  for (let tries = 0; tries <= maxMends; tries++) {
    const document = parseYaml(lines.join('\n'))
    const [error] = document.errors
    if (!error) return document
    if (document.errors.length > maxMends) return null
    const line = lines.join('\n').slice(0, error.pos[0]).split('\n').length - 1
    const next = error.code === 'MISSING_CHAR' ? moveIn(lines[line + 1]) : null
    const mended = next ?? setAside(itemAt(lines, line))
    if (mended === null || mended === lines[line]) return null
    lines[next === null ? line : line + 1] = mended
  }
  return null
}

// Most parsers let a quoted text continue without indentation; this one requires it.
const moveIn = (line: string | undefined): string | null =>
  line !== undefined && /^\S/.test(line) && !/^[^\s:]+:(?:\s|$)/.test(line) ? ` ${line.slice(1)}` : null

const setAside = (line: string): string | null => {
  const [, key, value] = field.exec(line.trimEnd()) ?? []
  if (key === undefined || value === undefined || !isWholeLine(value)) return null
  return `${key}${'x'.repeat(value.length)}${line.slice(key.length + value.length)}`
}

// False for a block scalar, or a quote or bracket still open at the end of the line: they continue below.
const isWholeLine = (value: string): boolean => {
  if (/^[|>]|[|>][-+\d]*$/.test(value)) return false
  if (value.startsWith('"')) return /^"(?:[^"\\]|\\.)*"/.test(value)
  if (value.startsWith("'")) return value.indexOf("'", 1) > 0
  if (!/^[[{]/.test(value)) return true
  let depth = 0
  for (const char of value) {
    if (char === '{' || char === '[') depth++
    if (char === '}' || char === ']') depth--
  }
  return depth === 0
}
