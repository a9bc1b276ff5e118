import type { Reference } from './forms/reference'
import { siteLinkOf } from './site-links'

/**
 * The last part of what a reference names, as an index can hold it: whatever changes its name or its place can only
 * harm references that end in the old name or the new one. `..` where a reference ends in none; null for another host.
 */
export const lastName = (
  { target, verbatim }: Pick<Reference, 'target' | 'verbatim'>,
  address: string | null,
): string | null => {
  const [whole = ''] = /^(?:&#|[^?#])*/.exec(target) ?? []
  const path = whole.slice(siteLinkOf(whole)?.front.length ?? 0)
  const scheme = /^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/]*|^[a-z][a-z0-9+.-]*:/i.exec(path)?.[0]
  if (scheme !== undefined && !isOwn(scheme, address)) return null
  const plain = verbatim ? path : decoded(path.slice(scheme?.length ?? 0))
  return nameAtEnd(plain)
}

/** The last part of a path or an address, without what may stand behind a name. */
export const nameAtEnd = (path: string): string => {
  const bare = path
    .replace(/\\/g, '')
    .replace(/(?<!\/)\/+$/, '')
    .replace(/(?:(?:^|\/)_?index)?(?:\.html?|\.(?:md|mdx|markdown))?$/i, '')
    .replace(/(?<!\/)\/+$/, '')
  const name = bare.slice(bare.lastIndexOf('/') + 1)
  return name === '' || name === '.' ? '..' : name.normalize('NFC').toLowerCase()
}

const isOwn = (host: string, address: string | null): boolean =>
  address !== null &&
  host.replace(/^[a-z]+:/i, '').toLowerCase() === address.replace(/^[a-z]+:/i, '').toLowerCase()

const decoded = (text: string): string => {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch (error) {
    if (error instanceof URIError) return text // a lone `%` stands for itself
    throw error
  }
}
