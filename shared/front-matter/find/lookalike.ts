const key = '[\\w"\'-]+[ \\t]*[:=：]'
const fields = '(?:title|date|layout|tags|categories|category|slug|author|draft)'

// What a generator somewhere reads as a head, or was meant as one. It need not be right to be left alone: a second head
// above any of these would take the first one's place.
const lookalikes: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^\s*\{\s*(?:["'}]|[A-Za-z_]\w*[ \t]*:|$)/, 'JSON that cannot be read'],
  [
    new RegExp(`^[\\s\\u200b\\u2060]*[-–—−]{2,}(?![-–—−])[^\\n]*\\n(?:[^\\S\\n]*(?:#[^\\n]*)?\\n)*${key}`),
    'YAML that cannot be read',
  ],
  [/^[\s\u200b\u2060]*\+\+[^\n]*\n(?:[^\S\n]*(?:#[^\n]*)?\n)*[^\n]*=/, 'TOML that cannot be read'],
  [/^\s*;{3,}[ \t]*\n/, 'JSON between ;;;'],
  [new RegExp(`^\\s*([=*~_:#%])\\1{2,}[ \\t]*\\n\\s*${key}`), 'another generator'],
  [new RegExp(`^\\s*/\\*+\\s*(?:\\*\\s*)?${key}`), 'Pico CMS'],
  [
    new RegExp(`^\\s*<!--+\\s*(?:\\.\\. \\s*)?(?:---[^\\S\\n]*\\n\\s*)?${fields}[ \\t]*[:=]`, 'i'),
    'an HTML comment',
  ],
  [new RegExp(`^\\s*:${fields}:`, 'i'), 'reStructuredText'],
  [new RegExp(`^\\s*\\.\\. ${fields}:`, 'i'), 'Nikola'],
  [/^\s*#\+\w+:/, 'Org mode'],
  [/^% \S[^\n]*\n(?:%|\n)/, 'Pandoc'],
  [/^\s*export\s+(?:const|let|var)\s+(?:meta|metadata|front[Mm]atter|attributes)\b/, 'MDX'],
  [new RegExp(`^\\s*["']?${fields}["']?[ \\t]*[:=：][ \\t]*\\S`, 'i'), 'another generator'],
]

/** What the start of a post without a head looks like, when that could be one; null for ordinary text. */
export const lookalikeOf = (text: string): string | null => {
  const start = text.slice(0, 2_000)
  return lookalikes.find(([pattern]) => pattern.test(start))?.[1] ?? null
}
