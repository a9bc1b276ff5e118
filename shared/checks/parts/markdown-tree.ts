import type { Tree } from '@lezer/common'
import { parser } from '@lezer/markdown'

// Emphasis and line breaks are nothing to the checks, and take a third of the time.
const quick = parser.configure({ remove: ['Emphasis', 'HardBreak', 'Entity'] })

// Nearly all prose holds no sign that opens something, and to go through its letters one by one is most of the work.
const parseInline = quick.parseInline.bind(quick)
quick.parseInline = (text, offset) => (/[[\]`<\\]/.test(text) ? parseInline(text, offset) : [])

const templateTag = /\{\{[^{}\n]*\}\}|\{%[^%\n]*%\}/g

/**
 * The syntax tree of a body; offsets are those of the body. Tags of templates are filled in before markdown is read, so
 * they are one word here: an address with one in it stays an address.
 */
export const treeOf = (body: string): Tree =>
  quick.parse(
    body.includes('{{') || body.includes('{%')
      ? body.replace(templateTag, (tag) => tag.replace(/[^\w{}%]/g, '_'))
      : body,
  )

const quiet =
  /\{%-?[ \t]*(highlight|raw|comment|codeblock|math)\b[^%]*%\}[\s\S]*?\{%-?[ \t]*end\1[ \t]*-?%\}|\{\{[<%][ \t]*(highlight|math|raw)\b[^}]*[>%]\}\}[\s\S]*?\{\{[<%][ \t]*\/[ \t]*\2[ \t]*[>%]\}\}|\$\$[\s\S]*?\$\$|\{\{\/\*[\s\S]*?\*\/\}\}/g

/** What the tree takes for text and a generator does not: blocks of code in tags, formulas. Start and end in turn. */
export const quietRanges = (body: string): readonly number[] =>
  body.includes('{%') || body.includes('{{') || body.includes('$$')
    ? [...body.matchAll(quiet)].flatMap(({ index, 0: all }) => [index, index + all.length])
    : []
