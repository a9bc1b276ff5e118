import { itemAt } from '../../base/item-at'
import {
  execAt,
  kindByEnding,
  type Reference,
  type ReferenceReader,
  siteAddress,
  type WrittenIn,
} from './reference'

const inlineTarget = /\]\([ \t]*(?:\n[ \t]*)?(?:<([^<>\n]*)>|([^\s()<>]*(?:\([^\s()]*\)[^\s()<>]*)*))/y
const inlineOpening = /\]\([ \t]*(?:\n[ \t]*)?<?/y
// A target with spaces is not a link; otherwise its first word could be taken for the name of a post. A title
// may follow, and with some plugins the size of an image: `=100x200`.
const moreWords = /[ \t]+(?!["')\s=]|$|\([^()\n]{0,500}\)[ \t]*\))/y
const definedTarget = /\]:[ \t]*(?:\n[ \t]+)?(?:<([^<>\n]*)>|(\S+))/y
const definedOpening = /\]:[ \t]*<?/y
const bareAddress = /https?:\/\/[^\s<>()[\]"'`]*(?:\([^\s<>()[\]"'`]*\)[^\s<>()[\]"'`]*)*/y
const wikiTarget = /\[\[([^[\]|\n]{1,500}?)(\\?\|[^[\]\n]{0,500})?\]\]/y
const importedFile = /(?:import|export)\b[^'"`;]{0,500}?(?:\bfrom\s*)?(['"])([^'"\n]{1,500})\1/y
const calledWith =
  /(require|import|useBaseUrl|withBaseUrl)\(\s*(?:(")([^"\n]{1,500})"|(')([^'\n]{1,500})'|(`)([^`$\n]{1,500})`)\s*[,)]/y
const includedFile = /<!--\s*@include:\s*([^\s{<>#]{1,500}?)(?=\s|\{|#|-->)/y

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

/** Files that VitePress and plugins of markdown-it include: `<!-- @include: ./part.md -->`. */
export const includeReader: ReferenceReader = {
  sign: '<!--',
  isTag: true, // it stands in a comment
  read: (text, at) => {
    const [whole, target] = execAt(includedFile, text, at) ?? []
    if (whole === undefined || target === undefined) return []
    const to = at + whole.length
    return [{ kind: 'import', target, from: to - target.length, to, writtenIn: 'word', verbatim: true }]
  },
}

/** The imports of an MDX file, its exports from other files, and the files and addresses in its expressions. */
export const mdxReaders: readonly ReferenceReader[] = [
  ...['import', 'export'].map((sign) => ({
    sign,
    read: (text: string, at: number) => {
      if (at > 0 && text[at - 1] !== '\n') return []
      const match = execAt(importedFile, text, at)
      if (!match) return []
      const [whole, quote = '', target = ''] = match
      const isFile = /^import|\bfrom\s*['"]/.test(whole) ? target.includes('/') : target.startsWith('.')
      return isFile ? [quoted('import', target, at + whole.length - 1, quote)] : []
    },
  })),
  ...['require(', 'import(', 'useBaseUrl(', 'withBaseUrl('].map((sign) => ({
    sign,
    read: (text: string, at: number) => {
      const match = /[\w$.]/.test(text[at - 1] ?? ' ') ? null : execAt(calledWith, text, at)
      const index = [3, 5, 7].find((group) => match?.[group] !== undefined)
      if (!match || index === undefined) return []
      const [target, quote] = [itemAt(match, index), itemAt(match, index - 1)]
      const to = at + match[0].lastIndexOf(quote)
      return /^(?:require|import)$/.test(itemAt(match, 1))
        ? [quoted('import', target, to, quote)]
        : [{ ...quoted(kindByEnding(target), target, to, quote), fromSite: true as const }]
    },
  })),
]

const quoted = (kind: Reference['kind'], target: string, to: number, quote: string): Reference => ({
  kind,
  target,
  from: to - target.length,
  to,
  writtenIn: quote === '"' ? 'double' : quote === "'" ? 'single' : 'backtick',
  verbatim: true,
})

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
