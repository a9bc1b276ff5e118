/** Functions that fetch something, or take an address as plain text. */
const fetching = new Set(['url', 'src', 'image', 'image-set', '-webkit-image-set', 'cross-fade', 'element'])

/** At-rules that bring in other files. */
const importing = new Set(['import', 'namespace', 'charset'])

// The tokens of CSS Syntax 3, after its own preprocessing.
const name = /(?:[\w\u0080-\uffff-]|\\[0-9a-f]{1,6}[ \t\n]?|\\[^\n0-9a-f])+/iy
const comment = /\/\*[\s\S]*?(?:\*\/|$)|<!--/y
const text = /"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?/y
const bareAddress = /\([ \t\n]*((?:[^)\\]|\\[\s\S]?)*)\)?/y
const quotedAddress = /\([ \t\n]*("(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*')[ \t\n]*\)/y
const quote = /\([ \t\n]*["']/y

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

/**
 * A style sheet that fetches nothing but what `addressOf` has an address for: `@import`, and addresses other than
 * those and images inside the text, are given names that no browser knows, so that it drops just the rule or the
 * declaration they stand in. Without `addressOf` fonts go the same way.
 */
export const safeStyle = (css: string, addressOf: StyleAddress = nothing): string => {
  const refused = addressOf === nothing ? new Set([...importing, 'font-face']) : importing
  const source = css.replace(/\r\n?|\f/g, '\n').replaceAll('\0', '\ufffd')
  let out = ''
  let at = 0
  const take = (token: RegExp): RegExpExecArray | null => {
    token.lastIndex = at
    const found = token.exec(source)
    if (found) at += found[0].length
    return found
  }
  const comes = (token: RegExp): boolean => {
    token.lastIndex = at
    return token.test(source)
  }

  const takeFunction = (written: string): string => {
    const called = plainName(written)
    if (source[at] !== '(' || isNumber.test(written) || !fetching.has(called)) return written
    if (called !== 'url') return (imageSet.test(written) ? takeSet(written) : null) ?? `x-${called}`
    const quoted = take(quotedAddress)?.[1]
    if (quoted !== undefined) return inQuotes(quoted)
    if (comes(quote)) return 'x-url' // more than an address is in it: what follows is read like anything else
    const address = take(bareAddress)?.[1]?.trim() ?? ''
    return /["'(\s]/.test(address) ? refusal : bare(address)
  }

  /** A set of images that may all be shown, and of nothing else; null for any other, of which nothing is taken. */
  const takeSet = (written: string): string | null => {
    const start = at
    const images = takeImages()
    if (images !== null && source[at] === ')') {
      at++
      return `${written}(${images.join(', ')})`
    }
    at = start
    return null
  }

  const takeImages = (): readonly string[] | null => {
    const images: string[] = []
    do {
      at++ // the parenthesis, or a comma
      const found = take(setImage)
      if (!found) return null
      const [, text, address = '', use = ''] = found
      const image = oneOf(text ?? address)
      if (image === refusal) return null
      images.push(image + use)
    } while (source[at] === ',')
    return images
  }

  const oneOf = (address: string): string => (/^["']/.test(address) ? inQuotes(address) : bare(address))

  const inQuotes = (quoted: string): string =>
    harmless.test(quoted.slice(1, -1)) ? `url(${quoted})` : fileOf(quoted.slice(1, -1))

  const bare = (address: string): string => (harmless.test(address) ? `url(${address})` : fileOf(address))

  // Written with an escape, a reference is taken for one that leads elsewhere.
  const fileOf = (reference: string): string => {
    const address = reference.length > longest || reference.includes('\\') ? null : addressOf(reference)
    return address === null ? refusal : `url("${address}")`
  }

  while (at < source.length) {
    const kept = take(text)?.[0]
    if (kept !== undefined) out += kept
    else if (take(comment))
      out += '/**/' // a space could end an escape before it, and join what stood apart
    else if (source[at] === '@' || source[at] === '#') {
      const sign = source[at++]
      const written = take(name)?.[0] ?? ''
      out += sign === '@' && refused.has(plainName(written)) ? `@x-${plainName(written)}` : sign + written
    } else {
      const written = take(name)?.[0]
      out += written === undefined ? source[at++] : takeFunction(written)
    }
  }
  return out
}

const isNumber = /^-?\d/

/** A name as the browser reads it: escapes undone, in small letters. */
const plainName = (written: string): string =>
  written
    .replace(/\\([0-9a-f]{1,6})[ \t\n]?/gi, (_, digits: string) => letterOf(Number.parseInt(digits, 16)))
    .replaceAll('\\', '')
    .toLowerCase()

const letterOf = (code: number): string =>
  code > 0x10ffff || code === 0 ? '\ufffd' : String.fromCodePoint(code)

/** Whether a style sheet has colours for the dark: one that has none is shown on a light page. */
export const isForDark = (css: string): boolean =>
  /prefers-color-scheme:\s*dark|light-dark\(|\.dark\b|\[data-(?:theme|mode|color-scheme)/i.test(css)
