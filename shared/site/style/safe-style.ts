import { tokenize, tokenTypes } from 'css-tree/tokenizer'
import { ident } from 'css-tree/utils'

/** Functions that fetch something, or take an address as plain text. */
const fetching = new Set(['url', 'src', 'image', 'image-set', '-webkit-image-set', 'cross-fade', 'element'])

/** At-rules that bring in other files. */
const importing = new Set(['import', 'namespace', 'charset'])

// One image of a set, its address and what it is for (CSS Images 4, section 2.4), written without an escape. Nothing
// else stands in a set: the strings that a `var()` brings with it are addresses there, and could be any.
const setImage =
  /[ \t\n]*(?:("[^"\\\n]*"|'[^'\\\n]*')|url\([ \t\n]*("[^"\\\n]*"|'[^'\\\n]*'|[^"'()\\ \t\n]*)[ \t\n]*\))((?:[ \t\n]+(?:[\d.]+(?:x|dpi|dpcm|dppx)|type\((?:"[\w/+.-]*"|'[\w/+.-]*')\)))*)[ \t\n]*/iy
const imageSet = /^(?:-webkit-)?image-set$/i

/** Longer than the path of any file. */
const longest = 2000

/** An image inside the text itself, or a part of the page. Written with an escape, it is taken for another. */
const harmless = /^(?:data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,]|#[\w-]+$)[^\\]*$/i

const refusal = 'x-url()'

/** The address that a file of the site is shown by, for the reference a style sheet has to it; null where none is. */
export type StyleAddress = (reference: string) => string | null

const nothing: StyleAddress = () => null

interface Token {
  readonly type: number
  readonly start: number
  readonly text: string
}

const tokensOf = (source: string): readonly Token[] => {
  const tokens: Token[] = []
  tokenize(source, (type, start, end) => void tokens.push({ type, start, text: source.slice(start, end) }))
  return tokens
}

/**
 * A style sheet that fetches nothing but what `addressOf` has an address for: `@import`, and addresses other than
 * those and images inside the text, are given names that no browser knows, so that it drops just the rule or the
 * declaration they stand in. Without `addressOf` fonts go the same way.
 */
export const safeStyle = (css: string, addressOf: StyleAddress = nothing): string => {
  const refused = addressOf === nothing ? new Set([...importing, 'font-face']) : importing
  const source = css.replace(/\r\n?|\f/g, '\n').replaceAll('\0', '\ufffd') // as CSS itself begins
  const tokens = tokensOf(source)
  let next = 0

  const safeFunction = (written: string): string => {
    const name = plainName(written.slice(0, -1))
    if (!fetching.has(name)) return written
    if (name === 'url') return quotedUrl() ?? 'x-url(' // more than an address is in it: it is read like anything else
    return (imageSet.test(written.slice(0, -1)) ? setOf(written) : null) ?? `x-${name}(`
  }

  /** What `url(` and a string in quotes come to; null where anything else is in it. */
  const quotedUrl = (): string | null => {
    const inside = tokens.slice(next, next + 4).filter(({ type }) => type !== tokenTypes.WhiteSpace)
    const [text, end] = inside
    if (text?.type !== tokenTypes.String || end?.type !== tokenTypes.RightParenthesis) return null
    next = tokens.indexOf(end, next) + 1
    return inQuotes(text.text)
  }

  /** A set of images that may all be shown, and of nothing else; null for any other, of which nothing is taken. */
  const setOf = (written: string): string | null => {
    const images: string[] = []
    let at = tokens[next]?.start ?? source.length
    for (;;) {
      setImage.lastIndex = at
      const found = setImage.exec(source)
      if (!found) return null
      const [whole, text, address = '', use = ''] = found
      const image = text === undefined && !/^["']/.test(address) ? bare(address) : inQuotes(text ?? address)
      if (image === refusal) return null
      images.push(image + use)
      at += whole.length
      if (source[at] !== ',') break
      at++
    }
    if (source[at] !== ')') return null
    while (next < tokens.length && (tokens[next]?.start ?? 0) <= at) next++
    return `${written}${images.join(', ')})`
  }

  const inQuotes = (quoted: string): string =>
    harmless.test(quoted.slice(1, -1)) ? `url(${quoted})` : fileOf(quoted.slice(1, -1))

  const bare = (address: string): string => (harmless.test(address) ? `url(${address})` : fileOf(address))

  // Written with an escape, a reference is taken for one that leads elsewhere.
  const fileOf = (reference: string): string => {
    const address = reference.length > longest || reference.includes('\\') ? null : addressOf(reference)
    return address === null ? refusal : `url("${address}")`
  }

  const safeToken = ({ type, text }: Token): string => {
    switch (type) {
      case tokenTypes.Comment:
      case tokenTypes.CDO:
        return '/**/' // a space could end an escape before it, and join what stood apart
      case tokenTypes.AtKeyword:
        return refused.has(plainName(text.slice(1))) ? `@x-${plainName(text.slice(1))}` : text
      case tokenTypes.Url:
        return bare(
          text
            .slice(text.indexOf('(') + 1)
            .replace(/\)$/, '')
            .trim(),
        )
      case tokenTypes.BadUrl:
        return refusal
      case tokenTypes.Function:
        return safeFunction(text)
      default:
        return text
    }
  }

  let out = ''
  for (let token = tokens[0]; token !== undefined; token = tokens[next]) {
    next++
    out += safeToken(token)
  }
  return out
}

/** A name as the browser reads it: escapes undone, in small letters. */
const plainName = (written: string): string => ident.decode(written).toLowerCase()

/** Whether a style sheet has colours for the dark: one that has none is shown on a light page. */
export const isForDark = (css: string): boolean =>
  /prefers-color-scheme:\s*dark|light-dark\(|\.dark\b|\[data-(?:theme|mode|color-scheme)/i.test(css)
