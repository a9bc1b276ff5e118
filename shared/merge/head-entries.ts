import type { HeadLanguage } from '../front-matter/find/types'

/** A front matter key as written: its lines, with the comments and blank lines above it. */
export interface HeadEntry {
  /** The key, or a table in TOML; empty for the text after the last key. */
  readonly key: string
  readonly text: string
}

const yamlKey =
  /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#'"\-?&*!|>%@`{}[\],:][^:\n]*?|-[^\s:][^:\n]*?)[ \t]*:(?=\s|$)/
const tomlKey = /^("(?:[^"\\]|\\.)*"|'[^']*'|[\w.-]+)[ \t]*=/
const tomlTable = /^\[{1,2}[^\]]+\]{1,2}/
const between = /^[ \t]*(?:#.*)?$/

/** The keys of a head in order; their texts joined are the head. Null if it cannot be split by lines. */
export const headEntries = (content: string, language: HeadLanguage): readonly HeadEntry[] | null => {
  if (language === 'json') return null
  const entries: { key: string; text: string }[] = []
  let waiting = ''
  let inTable = false
  for (const line of content.match(/[^\n]*\n|[^\n]+$/g) ?? []) {
    const bare = line.replace(/\n$/, '')
    const table = language === 'toml' ? tomlTable.exec(bare)?.[0] : undefined
    inTable ||= table !== undefined
    const key = table ?? (inTable ? undefined : (language === 'toml' ? tomlKey : yamlKey).exec(bare)?.[1])
    if (key !== undefined) {
      entries.push({ key: unquoted(key), text: waiting + line })
      waiting = ''
    } else if (between.test(bare)) {
      waiting += line
    } else {
      // The lines before this one belong to the value it continues, such as a blank line in a block text.
      const last = entries.at(-1)
      if (!last) return null
      last.text += waiting + line
      waiting = ''
    }
  }
  if (waiting !== '') entries.push({ key: '', text: waiting })
  return new Set(entries.map(({ key }) => key)).size === entries.length ? entries : null
}

const unquoted = (key: string): string => (/^["']/.test(key) ? key.slice(1, -1) : key)
