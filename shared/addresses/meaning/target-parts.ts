import { decodedUri } from '../../base/decoded-uri'
import type { Reference } from '../../references/forms/reference'
import { siteLinkOf } from '../../references/site-links'
import { aliasedPaths, hasUnknownAlias } from '../../site/path-alias'
import type { SiteLayout } from '../../site/site-layout'
import { rulesOf } from '../by-generator/rules-of'

/** The parts of a target. All parts except `path` stay as written when the reference is rewritten. */
export interface TargetParts {
  /** The address of the site or its base path at the start, as written. */
  readonly front: string
  /** The path as written. */
  readonly path: string
  /** `#part` or `?query`, as written. */
  readonly rest: string
  /** The decoded path. */
  readonly plain: string
  /** It is relative to the top of the site. */
  readonly fromTop: boolean
  /** It is relative to the top and lacks the site's base path. */
  readonly lacksBase: boolean
  /** Its prefix says that it names a file of the site, possibly by an alias, or a page by its slug. */
  readonly names?: 'file' | 'site-file' | 'slug' | 'alias'
  /** It starts with an alias that only the site's code knows, unless there is a folder with that name. */
  readonly hasUnknownAlias?: boolean
}

type Written = Pick<Reference, 'target' | 'kind' | 'writtenIn' | 'verbatim' | 'fromSite'>

/** Parses a target; null if it leads out of the site or names nothing. */
export const takeApart = (reference: Written, site: SiteLayout): TargetParts | null => {
  const { address, basePath } = site
  const { verbatim, fromSite } = reference
  // A formatter may have escaped underscores in the string of an import.
  const target = reference.kind === 'import' ? reference.target.replace(/\\(.)/g, '$1') : reference.target
  const cut = verbatim ? /^([^?#]*)(.*)$/s : /^((?:&#|[^?#])*)(.*)$/s
  const [, whole = '', rest = ''] = cut.exec(target) ?? []
  const named = verbatim ? null : siteLinkOf(whole)
  if (named) {
    const { front, names } = named
    const path = whole.slice(front.length)
    const plain = decodedUri(withoutEscapes(path, reference))
    if (names === 'something-else') return null
    if (names === 'address') return { front, path, rest, plain, fromTop: true, lacksBase: false }
    return { front, path, rest, plain, names, fromTop: plain.startsWith('/'), lacksBase: false }
  }
  const mayBeAlias = ['link', 'image', 'import'].includes(reference.kind)
  if (mayBeAlias) {
    const plain = verbatim ? whole : decodedUri(withoutEscapes(whole, reference))
    if (aliasedPaths(plain, site, reference.kind === 'import') !== null)
      return { front: '', path: whole, rest, plain, names: 'alias', fromTop: false, lacksBase: false }
  }
  const host = verbatim ? '' : ownHost(whole, address)
  if (host === null) return null
  let path = whole.slice(host.length)
  let front = host
  let lacksBase = false
  if (basePath !== '' && (path.startsWith('/') || host !== '') && !fromSite && !verbatim) {
    const isBelow = path === basePath || path.startsWith(`${basePath}/`)
    if (isBelow) {
      front += basePath
      path = path.slice(basePath.length)
    }
    lacksBase = !isBelow && (host !== '' || !rulesOf(site).addsBase)
  }
  if (path === '' && front === '') return null
  const plain = verbatim ? path : decodedUri(withoutEscapes(path, reference))
  const fromTop = plain.startsWith('/') || front !== '' || fromSite === true
  const isUnknown = mayBeAlias && hasUnknownAlias(plain, site)
  return { front, path, rest, plain, fromTop, lacksBase, ...(isUnknown && { hasUnknownAlias: true }) }
}

/** The part of a target that is the site's own address; empty for a path, null for another host or scheme. */
const ownHost = (target: string, address: string | null): string | null => {
  const [host, scheme] = /^([a-z][a-z0-9+.-]*:)?\/\/[^/?#]*/i.exec(target) ?? []
  if (host === undefined) return /^[a-z][a-z0-9+.-]*:/i.test(target) ? null : ''
  if (address === null || (scheme !== undefined && !/^https?:$/i.test(scheme))) return null
  const bare = (one: string) => one.toLowerCase().replace(/^(?:https?:)?\/\//, '')
  return bare(host) === bare(address) ? host : null
}

const withoutEscapes = (path: string, { writtenIn }: Pick<Reference, 'writtenIn'>): string => {
  const inMarkdown = writtenIn === 'inline' || writtenIn === 'angle' || writtenIn === 'definition'
  const unescaped = inMarkdown ? path.replace(/\\([!-/:-@[-`{-~])/g, '$1') : path
  return writtenIn === 'text' || writtenIn === 'word' || !unescaped.includes('&')
    ? unescaped
    : unescaped
        .replace(/&(?:amp|#38|#x26);/gi, '&')
        .replace(/&(?:quot|#34);/gi, '"')
        .replace(/&#39;|&apos;/gi, "'")
}

/** A path encoded for the context and form of a reference; null if impossible. */
export const written = (path: string, reference: Written): string | null => {
  const { writtenIn, verbatim, target, kind } = reference
  if (verbatim) return isSayable(path, kind, writtenIn) ? path : null
  const encodes = /%[\da-f]{2}/i.test(target)
  const always = writtenIn === 'angle' && !encodes ? ofAngle : ofPath
  // If the target has a blank, its form allows blanks: quotes, the value of a field.
  const takesBlanks = target.includes(' ') && !path.includes(': ') // `: ` ends a key in YAML
  const spelled = Array.from(path, (letter) =>
    (always.test(letter) && !(letter === ' ' && takesBlanks)) || (encodes && /[^\p{ASCII}]/u.test(letter))
      ? encodedLetter(letter)
      : letter,
  ).join('')
  return spelled.replace(/&(?=#?\w+;)/g, '%26')
}

// Characters that would end a destination or attribute, start a query or template, or split table cells.
const ofPath = /[\s%?#()<>"'`\\{}|^[\]*]|\p{Cc}/u
const ofAngle = /[%?#<>"`\\{}|\n]|\p{Cc}/u

const encodedLetter = (letter: string): string =>
  /[()'*]/.test(letter) ? `%${letter.charCodeAt(0).toString(16).toUpperCase()}` : encodeURIComponent(letter)

/** Whether a name needs no escaping in a tag or string. */
const isSayable = (path: string, kind: Reference['kind'], writtenIn: Reference['writtenIn']): boolean => {
  if (/[\n\r]/.test(path)) return false
  if (kind === 'wiki') return !/[[\]|#^\\]/.test(path)
  if (kind === 'hugo-ref' && /[#?]/.test(path)) return false
  if ((kind === 'jekyll-post' || kind === 'jekyll-link') && /[%{}]/.test(path)) return false
  if (kind === 'hexo-post' && path.includes('#')) return false
  if (writtenIn === 'double') return !/["\\]/.test(path)
  if (writtenIn === 'single') return !/['\\]/.test(path)
  if (writtenIn === 'backtick') return !path.includes('`')
  const spaced = kind === 'jekyll-post' || kind === 'jekyll-link'
  return !(spaced ? /^\s|\s$/ : /[\s"'`=<>]/).test(path)
}
