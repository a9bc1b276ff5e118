import { decodedUri } from '../../base/decoded-uri'
import type { MarkdownOptions } from '../options/options'

/** What the reference of a link or an image points to. */
export type ReferenceKind = 'anchor' | 'relative' | 'remote' | 'mail' | 'image-data' | 'refused'

const scheme = /^([a-z][a-z0-9+.-]*):/i
const imageData = /^data:image\/(?:png|jpe?g|gif|webp|avif|bmp|x-icon|svg\+xml)[;,]/i

/** Classifies a reference as a browser reads it: without control characters, and with `/` for `\`. */
export const kindOf = (reference: string): ReferenceKind => {
  const url = asBrowserReads(reference)
  if (url.startsWith('#')) return 'anchor'
  if (url.startsWith('//')) return 'remote'
  const name = scheme.exec(url)?.[1]?.toLowerCase()
  if (name === undefined) return 'relative'
  if (name === 'http' || name === 'https') return 'remote'
  if (name === 'mailto' || name === 'tel') return 'mail'
  return name === 'data' && imageData.test(url) ? 'image-data' : 'refused'
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what browsers skip in an address
const skipped = /[\u0000-\u0020\u007f-\u00a0\u200b-\u200f\u2028-\u202e\ufeff]/g
const asBrowserReads = (reference: string): string => reference.replace(skipped, '').replace(/\\/g, '/')

/** The address for a link, or null when the link must not open. */
export const linkTarget = (href: string, options: MarkdownOptions): string | null => {
  if (options.anyLink) return href
  switch (kindOf(href)) {
    case 'anchor':
    case 'relative':
    case 'mail':
      return href
    case 'remote':
      return asBrowserReads(href).startsWith('//') ? `https:${asBrowserReads(href)}` : href
    default:
      return null
  }
}

/** Where an image comes from, or why it cannot be shown. */
export type ImageSource =
  | { readonly kind: 'shown'; readonly url: string }
  | { readonly kind: 'held'; readonly url: string; readonly host: string }
  | { readonly kind: 'refused' }

/** The address an image may load from, by the rules of this page. */
export const imageSource = (
  reference: string,
  options: Pick<MarkdownOptions, 'assetUrl' | 'remoteImages'>,
): ImageSource => {
  const kind = kindOf(reference)
  if (kind === 'image-data') return { kind: 'shown', url: reference }
  if (kind === 'remote') {
    const read = asBrowserReads(reference)
    const url = read.startsWith('//') ? `https:${read}` : read
    return options.remoteImages === 'show' ? { kind: 'shown', url } : { kind: 'held', url, host: hostOf(url) }
  }
  if (kind !== 'relative' && kind !== 'anchor') return { kind: 'refused' }
  const url = options.assetUrl(fileReference(reference))
  return url === null ? { kind: 'refused' } : { kind: 'shown', url }
}

const hostOf = (url: string): string => /^[a-z]+:\/*([^/?#@]*@)?([^/?#]*)/i.exec(url)?.[2] ?? url

/** The file name in a reference: percent-decoded, template tags resolved as far as their text allows. */
export const fileReference = (reference: string): string =>
  decodedUri(reference)
    .replace(/\{%-?\s*(?:link|asset_path|asset_link)\s([^%{]*)%\}/g, (whole, inside: string) => {
      const written = inside.replace(/-$/, '').trim()
      return /^["']?([^"']*)["']?$/.exec(written)?.[1] ?? whole
    })
    .replace(/\{\{[<%]\s*(?:rel)?ref\s+["']([^"']+)["'][^{}]*\}\}/g, '$1')
    .replace(/\{\{[-~]?\s*["']([^"']*)["'][^{}]*\}\}/g, '$1')
    .replace(/\{\{[^{}]*\}\}|\{%[^%{]*%\}/g, '')
