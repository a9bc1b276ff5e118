/** Functions that fetch something, or take an address as plain text. */
const fetching = new Set(['url', 'src', 'image', 'image-set', '-webkit-image-set', 'cross-fade', 'element'])

/** At-rules that bring in other files. */
const importing = new Set(['import', 'font-face', 'namespace', 'charset'])

// The tokens of CSS Syntax 3, after its own preprocessing.
const name = /(?:[\w\u0080-\uffff-]|\\[0-9a-f]{1,6}[ \t\n]?|\\[^\n0-9a-f])+/iy
const comment = /\/\*[\s\S]*?(?:\*\/|$)|<!--/y
const text = /"(?:[^"\\\n]|\\[\s\S])*"?|'(?:[^'\\\n]|\\[\s\S])*'?/y
const bareAddress = /\([ \t\n]*((?:[^)\\]|\\[\s\S]?)*)\)?/y
const quotedAddress = /\([ \t\n]*("(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*')[ \t\n]*\)/y
const quote = /\([ \t\n]*["']/y

/** An image inside the text itself, or a part of the page. Written with an escape, it is taken for another. */
const harmless = /^(?:data:image\/(?:png|jpeg|gif|webp|avif|svg\+xml)[;,]|#[\w-]+$)[^\\]*$/i

/**
 * A style sheet that fetches nothing: `@import`, `@font-face` and addresses other than images inside the text
 * are given names that no browser knows, so that it drops just the rule or the declaration they stand in.
 */
export const safeStyle = (css: string): string => {
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
    if (called !== 'url') return `x-${called}`
    const quoted = take(quotedAddress)?.[1]
    if (quoted !== undefined) return harmless.test(quoted.slice(1, -1)) ? `url(${quoted})` : 'x-url()'
    if (comes(quote)) return 'x-url' // more than an address is in it: what follows is read like anything else
    const address = take(bareAddress)?.[1]?.trim() ?? ''
    return harmless.test(address) && !/["'(\s]/.test(address) ? `url(${address})` : 'x-url()'
  }

  while (at < source.length) {
    const kept = take(text)?.[0]
    if (kept !== undefined) out += kept
    else if (take(comment)) out += ' '
    else if (source[at] === '@' || source[at] === '#') {
      const sign = source[at++]
      const written = take(name)?.[0] ?? ''
      out += sign === '@' && importing.has(plainName(written)) ? `@x-${plainName(written)}` : sign + written
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
