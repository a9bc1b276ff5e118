import { decodedUri } from '../base/decoded-uri'
/** A decoded image reference. */
export interface AssetReference {
  /** Possible paths, the likeliest first; `/` separated. */
  readonly paths: readonly string[]
  /** The same before aliases of bundlers were replaced by the folder that they usually stand for. */
  readonly written: readonly string[]
  /** It is relative to the top of the site, not to the post. */
  readonly absolute: boolean
}

const longest = 4096
/** A path without anything to decode, like nearly all. */
const plainPath = /^(?:\.{1,2}\/|\/)?\w[\w./-]*$/

/**
 * Reads an image reference as posts write it: percent-encoding, query and fragment, Windows separators,
 * Liquid's `{{ site.baseurl }}` and `relative_url`, bundler aliases. Null for what is not a file of the
 * site: other hosts, `data:`, drives, devices, and text that cannot be a path.
 */
export const readReference = (reference: string, address: string | null = null): AssetReference | null => {
  if (reference.length > longest) return null
  if (plainPath.test(reference) && (address === null || address.includes(':')))
    return { paths: [reference], written: [reference], absolute: reference.startsWith('/') }
  const text = reference.trim()
  // Markdown encodes the braces of Liquid; only then is the text decoded first.
  const plain = withoutLiquid(/%7b%7b/i.test(text) ? decodedUri(text) : text).replaceAll('\\', '/')
  const written = withoutAddress(plain, address)
  if ([written, decodedUri(written)].some((spelling) => /^(?:[\\/]{2}|[a-z][a-z0-9+.-]*:)/i.test(spelling)))
    return null
  const spellings = [withoutQuery(written), written]
    .flatMap((spelling) => [decodedUri(spelling), spelling])
    .map((spelling) => spelling.replaceAll('\\', '/'))
    .filter(isPath)
  const paths = spellings.map(withoutAlias)
  const [first] = paths
  return first === undefined
    ? null
    : { paths: [...new Set(paths)], written: [...new Set(spellings)], absolute: first.startsWith('/') }
}

/** Whether a reference points to another host, so that it needs the network. */
export const isRemoteReference = (reference: string): boolean =>
  /^\s*(?!pathname:\/\/\/)(?:[a-z][a-z0-9+.-]*:)?[\\/]{2}/i.test(reference)

const textInTag = /^-?\s*(['"])(.*?)\1\s*(?:\|.*)?-?$/s

// `{{ '/a/b.png' | relative_url }}` becomes `/a/b.png`; `{{ site.baseurl }}/a`, `pathname:///a` and
// Pelican's `{static}/a` become `/a`.
const withoutLiquid = (text: string): string =>
  text
    .replace(/\{\{([^{}]*)\}\}/g, (whole, inside: string) => textInTag.exec(inside)?.[2] ?? whole)
    .replace(/^\/?\{\{-?\s*(?:site|page|root|base|config)[\w.]*\s*(?:\|[^}]*)?-?\}\}\/?/i, '/')
    .replace(/^pathname:\/\/(?=\/)/, '')
    .replace(/^(?:\{|%7b|\|)(?:filename|static|attach)(?:\}|%7d|\|)/i, '')
    .replace(/^%(?:PUBLIC_URL|BASE_URL)%\/?/, '/')

const withoutAddress = (text: string, address: string | null): string =>
  address !== null && text.toLowerCase().startsWith(`${address.toLowerCase()}/`)
    ? text.slice(address.length)
    : text

const withoutQuery = (text: string): string => text.replace(/[?#].*$/s, '')

const withoutAlias = (text: string): string => text.replace(/^[@~]\//, '/src/')

const isPath = (text: string): boolean => text.replace(/[/.]/g, '') !== '' && !/\p{Cc}/u.test(text)

/** Encodes the characters of a reference that would end the destination of a markdown link or image. */
export const asDestination = (reference: string): string =>
  reference.replace(/[\s()<>\\]|%(?![\da-f]{2})/gi, encodeMark)

const encodeMark = (letter: string): string =>
  letter === '(' ? '%28' : letter === ')' ? '%29' : encodeURIComponent(letter)
