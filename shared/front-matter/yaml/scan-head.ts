import type { HeadLanguage } from '../find/types'
import type { Quoting } from '../values/types'

/** How a top-level key is written, judged only by the first characters of its value. */
export interface ScannedKey {
  readonly key: string
  readonly quoting: Quoting
  readonly form: 'scalar' | 'block-text' | 'flow-list' | 'flow-group' | 'below' | 'empty'
  /** The text after the colon, empty if that is only a comment; for `below`, the text of the next line. */
  readonly start: string
}

const keyLine =
  /^(?:"([^"\n]*)"[ \t]*|'([^'\n]*)'[ \t]*|([^\s#:'"[\]{}&*!|>%@`,-][^:\n\r\u2028\u2029]*)):(?:[ \t]+([^\n]*))?$/gm

const tomlLine = /^(?:"([^"\n]*)"|'([^'\n]*)'|([\w-]+))[ \t]*=[ \t]*([^\n]*)$/gm

/**
 * The top-level keys of a YAML or TOML head in order, found by lines instead of by a parser: a syntax tree
 * would be too slow for a scan of 10,000 posts, and only the style is needed from here; the values come from
 * gray-matter.
 */
export const scanHead = (content: string, language: HeadLanguage): ScannedKey[] => {
  const keys: ScannedKey[] = []
  if (language === 'json') return keys
  for (const match of content.matchAll(language === 'toml' ? tomlLine : keyLine)) {
    const key = match[1] ?? match[2] ?? match[3]?.trimEnd() ?? ''
    const value = (match[4] ?? '').trim()
    keys.push(
      value === '' || value.startsWith('#')
        ? below(key, content, match.index + match[0].length)
        : beside(key, value),
    )
  }
  return keys
}

const beside = (key: string, value: string): ScannedKey => {
  const first = value[0]
  const of = (form: ScannedKey['form'], quoting: Quoting = 'plain'): ScannedKey => ({
    key,
    quoting,
    form,
    start: value,
  })
  if (first === '"') return of('scalar', 'double')
  if (first === "'") return of('scalar', 'single')
  if (first === '|' || first === '>') return of('block-text')
  if (first === '[') return of('flow-list', quotingIn(value))
  return first === '{' ? of('flow-group') : of('scalar')
}

const below = (key: string, content: string, lineEnd: number): ScannedKey => {
  const next = /\n[ \t]*(?:#[^\n]*\n[ \t]*)*([^\n]*)/y
  next.lastIndex = lineEnd
  const line = next.exec(content)?.[1] ?? ''
  const isBelow = line.startsWith('- ') || (line !== '' && /^[ \t]/.test(content.slice(lineEnd + 1)))
  return { key, quoting: quotingIn(line), form: isBelow ? 'below' : 'empty', start: isBelow ? line : '' }
}

const quotingIn = (list: string): Quoting => {
  const first = /^(?:-|\[)\s*(["'])/.exec(list)?.[1]
  return first === '"' ? 'double' : first === "'" ? 'single' : 'plain'
}
