import { itemAt } from '../../base/item-at'
import {
  execAt,
  isAssetPath,
  kindByEnding,
  type Reference,
  type ReferenceReader,
  siteAddress,
  styleReferences,
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
const setNames = new Set(['srcset', 'imagesrcset', 'data-srcset'])

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
      if (match[7] !== undefined) {
        const end = endOfBraces(text, place)
        found.push(...inCode(text.slice(place, end), place))
        place = end
      }
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
  const isSet = setNames.has(name)
  const index = [2, 3, 4, 5, 6, 8].find((group) => match[group] !== undefined)
  const value = index === undefined ? undefined : match[index]
  const writtenIn = index === undefined ? null : quotes[index - 2]
  if (value === undefined || !writtenIn) return []
  const behind = index === 8 ? 0 : match[0].length - match[0].lastIndexOf(value) - value.length
  const from = match.index + match[0].length - behind - value.length
  if (isSet) return ofSet(value, from)
  if (name === 'style') return styleReferences(value, from)
  if (/^(?::|v-bind:)/.test(name)) return inCode(value, from)
  const isFile = fileNames.has(name) || (!linkNames.has(name) && isAssetPath(name, value))
  if (!isFile && !linkNames.has(name)) return []
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

const quotedAsset = /(["'`])((?:(?!\1)[^\\\n$]){1,1000})\1/g

/** The assets in the strings of an expression: `[require('./a.png')]`, `{ backgroundImage: 'url(/a.png)' }`. */
const inCode = (code: string, start: number): readonly Reference[] =>
  Array.from(code.matchAll(quotedAsset), (match): readonly Reference[] => {
    const value = itemAt(match, 2)
    const from = start + match.index + 1
    const quote = itemAt(match, 1)
    if (/^url\(/i.test(value)) return styleReferences(value, from)
    if (kindByEnding(value) !== 'image' || !value.includes('/')) return []
    const writtenIn = quote === '"' ? 'double' : quote === "'" ? 'single' : 'backtick'
    return [{ kind: 'image', target: value, from, to: from + value.length, writtenIn, verbatim: true }]
  }).flat()

/** Style sheets in a text. */
export const styleReader: ReferenceReader = {
  sign: '<style',
  read: (text, at) => {
    const opened = text.indexOf('>', at)
    const closed = text.indexOf('</style', at)
    return opened < 0 || closed < opened ? [] : styleReferences(text.slice(opened, closed), opened)
  },
}

/** The images that the script of a Vue or Svelte page imports. */
export const scriptReader: ReferenceReader = {
  sign: '<script',
  read: (text, at) => {
    const opened = text.indexOf('>', at)
    const closed = text.indexOf('</script', at)
    if (opened < 0 || closed < opened) return []
    return Array.from(text.slice(opened, closed).matchAll(importedAsset), (match): Reference => {
      const target = itemAt(match, 2)
      const to = opened + match.index + match[0].length - 1
      const writtenIn = match[1] === '"' ? 'double' : 'single'
      return { kind: 'import', target, from: to - target.length, to, writtenIn, verbatim: true }
    }).filter(({ target }) => kindByEnding(target) === 'image')
  },
}

const importedAsset = /\bimport\b[^'"`;\n]{0,300}?(["'])([^'"\n]{1,500})\1/g

const endOfBraces = (text: string, from: number): number => {
  let depth = 1
  let place = from
  for (; place < text.length && place < from + longest && depth > 0; place++) {
    if (text[place] === '{') depth++
    else if (text[place] === '}') depth--
  }
  return place
}
