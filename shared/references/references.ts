import { type CodeRanges, codeAsker } from './code-ranges'

/** How a reference is written, which says how it is to be read. */
export type ReferenceKind = 'link' | 'image' | 'hugo-ref' | 'jekyll-post' | 'jekyll-link'

/** Something a post points to, with the range of its target in the text. */
export interface Reference {
  readonly kind: ReferenceKind
  readonly target: string
  readonly from: number
  readonly to: number
}

/**
 * The links and images of a body, found by their shape and not in code: inline ones, definitions, HTML, and the link
 * tags of Hugo and Jekyll. Quick enough for a whole library, where a parser would need a minute.
 */
export const referencesIn = (text: string, from: number, code: CodeRanges): Reference[] => {
  const found = new Map<number, Reference>()
  for (const { sign, read } of signs) {
    const inCode = codeAsker(code)
    for (let at = text.indexOf(sign, from); at >= 0; at = text.indexOf(sign, at + sign.length)) {
      if (inCode(at)) continue
      const reference = read(text, at)
      // A link tag inside a link's target is found by its own sign.
      if (reference && reference.target !== '' && !/^(?:#|\{[{%])/.test(reference.target))
        found.set(reference.from, reference)
    }
  }
  return [...found.values()].sort((a, b) => a.from - b.from)
}

type Reader = (text: string, at: number) => Reference | null

const inlineTarget = /\]\([ \t]*(?:<([^<>\n]*)>|([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*))/y
// Words with spaces between them are no target, so that the first of them is not the name of another post. A title may
// follow, and with some plugins the size of an image: `=100x200`.
const moreWords = /[ \t]+(?!["')\s=]|$|\([^()\n]{0,500}\)[ \t]*\))/y
const definedTarget = /\]:[ \t]*(?:<([^<>\n]*)>|(\S+))/y
const htmlTarget =
  /<(a|img|source|video|audio)\b[^<>]*?\s(?:href|src)[ \t]*=[ \t]*(?:"([^"\n]*)"|'([^'\n]*)')/iy
const hugoTarget = /\{\{[<%][ \t]*(?:rel)?ref[ \t]+(?:"([^"\n]*)"|`([^`\n]*)`|([^\s"%>]+))/y
const liquidTarget = /\{%-?[ \t]*(post_url|link)[ \t]+([^\s%]+)/y

const signs: readonly { readonly sign: string; readonly read: Reader }[] = [
  {
    sign: '](',
    read: (text, at) => {
      const match = execAt(inlineTarget, text, at)
      if (!match || execAt(moreWords, text, at + match[0].length)) return null
      return reference(openedByBang(text, at) ? 'image' : 'link', match, match[1] ?? match[2])
    },
  },
  {
    sign: ']:',
    read: (text, at) => {
      const open = text.lastIndexOf('[', at)
      const start = text.lastIndexOf('\n', at) + 1
      const isDefinition = open >= start && text.slice(start, open).trim() === '' && text[open + 1] !== '^'
      const match = isDefinition ? execAt(definedTarget, text, at) : null
      return match && reference('link', match, match[1] ?? match[2])
    },
  },
  { sign: '<a', read: (text, at) => html(text, at) },
  { sign: '<A', read: (text, at) => html(text, at) },
  { sign: '<img', read: (text, at) => html(text, at) },
  { sign: '<IMG', read: (text, at) => html(text, at) },
  { sign: '<source', read: (text, at) => html(text, at) },
  { sign: '<video', read: (text, at) => html(text, at) },
  {
    sign: '{{',
    read: (text, at) => {
      const match = execAt(hugoTarget, text, at)
      return match && reference('hugo-ref', match, match[1] ?? match[2] ?? match[3])
    },
  },
  {
    sign: '{%',
    read: (text, at) => {
      const match = execAt(liquidTarget, text, at)
      return match && reference(match[1] === 'link' ? 'jekyll-link' : 'jekyll-post', match, match[2])
    },
  },
]

const html: Reader = (text, at) => {
  const match = execAt(htmlTarget, text, at)
  if (!match) return null
  return reference(match[1]?.toLowerCase() === 'a' ? 'link' : 'image', match, match[2] ?? match[3])
}

const reference = (kind: ReferenceKind, match: RegExpExecArray, target = ''): Reference => {
  const from = match.index + match[0].lastIndexOf(target)
  return { kind, target, from, to: from + target.length }
}

const execAt = (pattern: RegExp, text: string, at: number): RegExpExecArray | null => {
  pattern.lastIndex = at
  return pattern.exec(text)
}

const furthest = 1000

/** Whether the bracket that is closed at `at` was opened by `![`. */
const openedByBang = (text: string, at: number): boolean => {
  let depth = 1
  for (let i = at - 1; i >= 0 && i > at - furthest; i--) {
    if (text[i] === ']' && text[i - 1] !== '\\') depth++
    else if (text[i] === '[' && text[i - 1] !== '\\' && --depth === 0) return text[i - 1] === '!'
  }
  return false
}
