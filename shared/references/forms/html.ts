import {
  execAt,
  kindByEnding,
  type Reference,
  type ReferenceReader,
  siteAddress,
  type WrittenIn,
} from './reference'
import { addressesInSet } from './srcset'

const tagName = /<([A-Za-z][\w.:-]*)(?=[\s/>])/y
const attribute =
  /\s*([^\s"'<>/={}]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|\{\s*(?:"([^"\n]*)"|'([^'\n]*)'|`([^`\n$]*)`)\s*\}|(\{)|([^\s"'=<>`{]+)))?/y
const longest = 5000
const maxAttributes = 100

const linkNames = new Set(['href', 'to', 'url', 'link', 'xlink:href', 'cite', 'formaction', 'permalink'])
const fileNames = new Set(['src', 'poster', 'data-src', 'data-original', 'data', 'image', 'thumbnail'])

/** Attributes of elements and components that name a page or a file, with any quotes or none. */
export const htmlReader: ReferenceReader = {
  sign: '<',
  read: (text, at) => {
    const opened = execAt(tagName, text, at)
    if (!opened) return []
    const found: Reference[] = []
    let place = at + opened[0].length
    for (let count = 0; count < maxAttributes && place < at + longest; count++) {
      const match = execAt(attribute, text, place)
      if (!match || match[0] === '') break
      place += match[0].length
      if (match[7] !== undefined) place = endOfBraces(text, place)
      found.push(...namedBy(match))
      // In `<a href=/x/>` the last slash is part of the target.
      if (text[place] === '/' && text[place + 1] !== '>') place++
    }
    return found
  },
}

const quotes: readonly (WrittenIn | null)[] = [
  'double',
  'single',
  'double',
  'single',
  'backtick',
  null,
  'unquoted',
]

const namedBy = (match: RegExpExecArray): readonly Reference[] => {
  const name = match[1]?.toLowerCase() ?? ''
  const isFile = fileNames.has(name)
  if (name !== 'srcset' && !isFile && !linkNames.has(name)) return []
  const index = [2, 3, 4, 5, 6, 8].find((group) => match[group] !== undefined)
  const value = index === undefined ? undefined : match[index]
  const writtenIn = index === undefined ? null : quotes[index - 2]
  if (value === undefined || !writtenIn) return []
  const behind = index === 8 ? 0 : match[0].length - match[0].lastIndexOf(value) - value.length
  const from = match.index + match[0].length - behind - value.length
  if (name === 'srcset') return ofSet(value, from)
  const verbatim = index !== undefined && index >= 4 && index <= 6 ? ({ verbatim: true } as const) : {}
  const kind = isFile ? 'image' : linksTo(value)
  const address = value.startsWith('{{') ? execAt(siteAddress, value, 0)?.[0].length : undefined
  if (address !== undefined)
    return [
      {
        kind,
        target: value.slice(address),
        from: from + address,
        to: from + value.length,
        writtenIn,
        fromSite: true,
      },
    ]
  return [{ kind, target: value, from, to: from + value.length, writtenIn, ...verbatim }]
}

// An image is a link here too: `href` around a thumbnail leads to the image in full size.
const linksTo = (value: string): 'link' | 'image' => (kindByEnding(value) === 'image' ? 'link' : 'link')

/** `a.png 1x, b.png 2x`. */
const ofSet = (value: string, from: number): readonly Reference[] =>
  addressesInSet(value).map(({ target, at }) => ({
    kind: 'image',
    target,
    from: from + at,
    to: from + at + target.length,
    writtenIn: 'srcset',
  }))

const endOfBraces = (text: string, from: number): number => {
  let depth = 1
  let place = from
  for (; place < text.length && place < from + longest && depth > 0; place++) {
    if (text[place] === '{') depth++
    else if (text[place] === '}') depth--
  }
  return place
}
