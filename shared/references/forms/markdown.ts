import { execAt, type Reference, type ReferenceReader, siteAddress, type WrittenIn } from './reference'

const inlineTarget = /\]\([ \t]*(?:\n[ \t]*)?(?:<([^<>\n]*)>|([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*))/y
const inlineOpening = /\]\([ \t]*(?:\n[ \t]*)?<?/y
// A target with spaces is not a link; otherwise its first word could be taken for the name of a post. A title
// may follow, and with some plugins the size of an image: `=100x200`.
const moreWords = /[ \t]+(?!["')\s=]|$|\([^()\n]{0,500}\)[ \t]*\))/y
const definedTarget = /\]:[ \t]*(?:\n[ \t]+)?(?:<([^<>\n]*)>|(\S+))/y
const definedOpening = /\]:[ \t]*<?/y
const bareAddress = /https?:\/\/[^\s<>()[\]"'`]*(?:\([^\s<>()[\]"'`]*\)[^\s<>()[\]"'`]*)*/y
const wikiTarget = /\[\[([^[\]|\n]{1,500}?)(\\?\|[^[\]\n]{0,500})?\]\]/y
const importedFile = /(?:import|export)\b[^'"`;]{0,500}?(?:\bfrom\s*)?(['"])(\.[^'"\n]{1,500})\1/y

/** Links and images in the markup of markdown. */
export const markdownReaders: readonly ReferenceReader[] = [
  { sign: 'http://', read: (text, at) => bare(text, at) },
  { sign: 'https://', read: (text, at) => bare(text, at) },
  {
    sign: '](',
    read: (text, at) => {
      const opening = openingBracket(text, at)
      if (opening === null) return []
      const kind = text[opening - 1] === '!' ? 'image' : 'link'
      const below = belowSite(text, at, inlineOpening, /[^\s()<>]*/y)
      if (below) return [{ kind, ...below, writtenIn: 'inline', fromSite: true }]
      const match = execAt(inlineTarget, text, at)
      if (!match || execAt(moreWords, text, at + match[0].length)) return []
      return [found(kind, match, match[1], match[2], 'inline')]
    },
  },
  {
    sign: ']:',
    read: (text, at) => {
      if (!isDefinition(text, at)) return []
      const below = belowSite(text, at, definedOpening, /[^\s<>]*/y)
      if (below) return [{ kind: 'link', ...below, writtenIn: 'definition', fromSite: true }]
      const match = execAt(definedTarget, text, at)
      return match ? [found('link', match, match[1], match[2], 'definition')] : []
    },
  },
  {
    sign: '[[',
    read: (text, at) => {
      const match = execAt(wikiTarget, text, at)
      const target = match?.[1]?.replace(/\\$/, '')
      if (match === null || target === undefined || target !== target.trim()) return []
      const from = at + 2
      return [{ kind: 'wiki', target, from, to: from + target.length, writtenIn: 'wiki', verbatim: true }]
    },
  },
]

/** The imports of an MDX file, and its exports from other files. */
export const mdxReaders: readonly ReferenceReader[] = ['import', 'export'].map((sign) => ({
  sign,
  read: (text, at) => {
    if (at > 0 && text[at - 1] !== '\n') return []
    const match = execAt(importedFile, text, at)
    if (!match) return []
    const [whole, quote = '', target = ''] = match
    const to = at + whole.length - 1
    return [
      {
        kind: 'import',
        target,
        from: to - target.length,
        to,
        writtenIn: quote === '"' ? 'double' : 'single',
        verbatim: true,
      },
    ]
  },
}))

const found = (
  kind: 'link' | 'image',
  match: RegExpExecArray,
  inAngles: string | undefined,
  plain: string | undefined,
  writtenIn: WrittenIn,
): Reference => {
  const target = inAngles ?? plain ?? ''
  const from = match.index + match[0].length - target.length - (inAngles === undefined ? 0 : 1)
  return {
    kind,
    target,
    from,
    to: from + target.length,
    writtenIn: inAngles === undefined ? writtenIn : 'angle',
  }
}

/** The target after the site's address in a template: `{{ site.baseurl }}/x`. */
const belowSite = (text: string, at: number, opening: RegExp, rest: RegExp) => {
  const opened = execAt(opening, text, at)
  if (!opened || !text.startsWith('{{', at + opened[0].length)) return null
  const address = execAt(siteAddress, text, at + opened[0].length)
  if (!address) return null
  const from = address.index + address[0].length
  const target = execAt(rest, text, from)?.[0] ?? ''
  return { target, from, to: from + target.length }
}

const isDefinition = (text: string, at: number): boolean => {
  const start = text.lastIndexOf('\n', at) + 1
  const open = text.lastIndexOf('[', at)
  return (
    open >= start &&
    text[open + 1] !== '^' &&
    text[at - 1] !== '\\' &&
    /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*$/.test(text.slice(start, open))
  )
}

const bare = (text: string, at: number): readonly Reference[] => {
  if (/[\w/=.:"'`-]/.test(text[at - 1] ?? ' ')) return []
  const target = execAt(bareAddress, text, at)?.[0].replace(/(?<![.,;:!?*_~])[.,;:!?*_~]+$/, '') ?? ''
  return target === '' ? [] : [{ kind: 'link', target, from: at, to: at + target.length, writtenIn: 'bare' }]
}

const furthest = 3000

/** The opening bracket of the one that closes at `at`; null if there is none, or if either is escaped. */
const openingBracket = (text: string, at: number): number | null => {
  if (isEscaped(text, at)) return null
  let depth = 1
  for (let place = at - 1; place >= 0 && place > at - furthest; place--) {
    const letter = text[place]
    if (letter === '\n' && text[place - 1] === '\n') return null
    if (letter === ']' && !isEscaped(text, place)) depth++
    else if (letter === '[' && !isEscaped(text, place) && --depth === 0) return place
  }
  return null
}

const isEscaped = (text: string, at: number): boolean => {
  let marks = 0
  while (text[at - 1 - marks] === '\\') marks++
  return marks % 2 === 1
}
