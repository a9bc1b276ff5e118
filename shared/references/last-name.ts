import { decodedUri } from '../base/decoded-uri'
import type { Reference } from './forms/reference'
import { siteLinkOf } from './site-links'

/**
 * The last name in the path of a reference, normalized as a key for an index: a rename or move can only break
 * references that end in the old name or the new one. `..` if the path does not end in a name; null for
 * another host.
 */
export const lastName = (
  { target, verbatim }: Pick<Reference, 'target' | 'verbatim'>,
  address: string | null,
): string | null => {
  const [whole = ''] = /^(?:&#|[^?#])*/.exec(target) ?? []
  const path = whole.slice(siteLinkOf(whole)?.front.length ?? 0)
  const scheme = /^(?:[a-z][a-z0-9+.-]*:)?\/\/[^/]*|^[a-z][a-z0-9+.-]*:/i.exec(path)?.[0]
  if (scheme !== undefined && !isOwn(scheme, address)) return null
  const plain = verbatim ? path : decodedUri(path.slice(scheme?.length ?? 0))
  return nameAtEnd(plain)
}

/** The last name of a path or address, without extension, `index` and slashes at the end. */
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
