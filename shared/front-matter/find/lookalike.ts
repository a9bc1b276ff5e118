import { t } from '../../texts/translate'

const key = '[\\w"\'-]+[ \\t]*[:=：]'
const fields = '(?:title|date|layout|tags|categories|category|slug|author|draft)'

// Text that some generator reads as a head, or that was probably meant as one, even if it is invalid. No head
// is added above it, because generators would read the added head instead of it.
const lookalikes: readonly (readonly [pattern: RegExp, name: string])[] = [
  [/^\s*\{\s*(?:["'}]|[A-Za-z_]\w*[ \t]*:|$)/, t('form.invalidJson')],
  [
    new RegExp(`^[\\s\\u200b\\u2060]*[-–—−]{2,}(?![-–—−])[^\\n]*\\n(?:[^\\S\\n]*(?:#[^\\n]*)?\\n)*${key}`),
    t('form.invalidYaml'),
  ],
  [/^[\s\u200b\u2060]*\+\+[^\n]*\n(?:[^\S\n]*(?:#[^\n]*)?\n)*[^\n]*=/, t('form.invalidToml')],
  [/^\s*;{3,}[ \t]*\n/, t('form.semicolonJson')],
  [new RegExp(`^\\s*([=*~_:#%])\\1{2,}[ \\t]*\\n\\s*${key}`), t('form.otherGenerator')],
  [new RegExp(`^\\s*/\\*+\\s*(?:\\*\\s*)?${key}`), 'Pico CMS'],
  [
    new RegExp(`^\\s*<!--+\\s*(?:\\.\\. \\s*)?(?:---[^\\S\\n]*\\n\\s*)?${fields}[ \\t]*[:=]`, 'i'),
    t('form.htmlComment'),
  ],
  [new RegExp(`^\\s*:${fields}:`, 'i'), 'reStructuredText'],
  [new RegExp(`^\\s*\\.\\. ${fields}:`, 'i'), 'Nikola'],
  [/^\s*#\+\w+:/, 'Org mode'],
  [/^% \S[^\n]*\n(?:%|\n)/, 'Pandoc'],
  [/^\s*export\s+(?:const|let|var)\s+(?:meta|metadata|front[Mm]atter|attributes)\b/, 'MDX'],
  [new RegExp(`^\\s*["']?${fields}["']?[ \\t]*[:=：][ \\t]*\\S`, 'i'), t('form.otherGenerator')],
]

/** The kind of head that the start of a post without one resembles; null for ordinary text. */
export const lookalikeOf = (text: string): string | null => {
  const start = text.slice(0, 2_000)
  return lookalikes.find(([pattern]) => pattern.test(start))?.[1] ?? null
}
