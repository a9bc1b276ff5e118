import { tokenize, tokenTypes } from 'css-tree/tokenizer'
import { ident } from 'css-tree/utils'

/** Functions that fetch something, or take an address as a string. */
const fetching = new Set(['url', 'src', 'image', 'image-set', '-webkit-image-set', 'cross-fade', 'element'])

/** At-rules that bring in other files. */
const importing = new Set(['import', 'namespace', 'charset'])

// One image of an `image-set()`, its address with resolution and type (CSS Images 4, section 2.4), without
// escapes. Nothing else is accepted: strings that a `var()` inserts would be addresses too, and unknown ones.
const setImage =
  /[ \t\n]*(?:("[^"\\\n]*"|'[^'\\\n]*')|url\([ \t\n]*("[^"\\\n]*"|'[^'\\\n]*'|[^"'()\\ \t\n]*)[ \t\n]*\))((?:[ \t\n]+(?:[\d.]+(?:x|dpi|dpcm|dppx)|type\((?:"[\w/+.-]*"|'[\w/+.-]*')\)))*)[ \t\n]*/iy
const imageSet = /^(?:-webkit-)?image-set$/i

/** Longer than the path of any file. */
const longest = 2000

/** An embedded image, or a part of the page. An address with an escape never matches. */
const harmless = /^(?:data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,]|#[\w-]+$)[^\\]*$/i

const refusal = 'x-url()'

/** The address for the file of the site that a style sheet refers to; null if there is none. */
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
 * Rewrites a style sheet so that it fetches only what `addressOf` returns an address for. `@import` and all
 * other addresses, except embedded images, get names unknown to browsers, which then ignore only that rule or
 * declaration. Without `addressOf`, `@font-face` is renamed too.
 */
export const safeStyle = (css: string, addressOf: StyleAddress = nothing): string => {
  const refused = addressOf === nothing ? new Set([...importing, 'font-face']) : importing
  const source = css.replace(/\r\n?|\f/g, '\n').replaceAll('\0', '\ufffd') // CSS Syntax 3, 3.3 (preprocessing)
  const tokens = tokensOf(source)
  let next = 0

  const safeFunction = (written: string): string => {
    const name = plainName(written.slice(0, -1))
    if (!fetching.has(name)) return written
    if (name === 'url') return quotedUrl() ?? 'x-url(' // not only a string: checked by token
    return (imageSet.test(written.slice(0, -1)) ? setOf(written) : null) ?? `x-${name}(`
  }

  /** The replacement for `url(` with a quoted string; null if it contains anything else. */
  const quotedUrl = (): string | null => {
    const inside = tokens.slice(next, next + 4).filter(({ type }) => type !== tokenTypes.WhiteSpace)
    const [text, end] = inside
    if (text?.type !== tokenTypes.String || end?.type !== tokenTypes.RightParenthesis) return null
    next = tokens.indexOf(end, next) + 1
    return inQuotes(text.text)
  }

  /** The replacement for a set in which all images are allowed; else null, and no tokens are consumed. */
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

  // A reference with an escape is refused.
  const fileOf = (reference: string): string => {
    const address = reference.length > longest || reference.includes('\\') ? null : addressOf(reference)
    return address === null ? refusal : `url("${address}")`
  }

  const safeToken = ({ type, text }: Token): string => {
    switch (type) {
      case tokenTypes.Comment:
      case tokenTypes.CDO:
        return '/**/' // a space could end an escape before it, and join two tokens
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

/** A name as the browser reads it: without escapes, in lower case. */
const plainName = (written: string): string => ident.decode(written).toLowerCase()

/** Whether a style sheet has colors for dark mode; if it has none, the page is shown in light mode. */
export const isForDark = (css: string): boolean =>
  /prefers-color-scheme:\s*dark|light-dark\(|\.dark\b|\[data-(?:theme|mode|color-scheme)/i.test(css)
