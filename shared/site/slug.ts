import { habitsOf, type MadeWith } from '../generators/generators'
import { plainLatin } from '../text/latin-letters'
import { splitDatedName } from './dated-name'
import { filePart, folderOf, nameWithoutExtension } from './post-path'

const longestSlug = 80

/**
 * The address of a post with this title: lower-case ASCII words joined by hyphens, at most 80 characters.
 * Letters of other scripts are kept if `keepScripts` is set, and if nothing else would be left.
 */
export const slugOf = (title: string, keepScripts = false): string => {
  const kept = keepScripts ? '' : hyphenated(plainLatin(title), /[^a-z0-9]+/g)
  return kept || hyphenated(title.normalize('NFC').toLowerCase(), /[^\p{L}\p{M}\p{N}]+/gu) || 'post'
}

/** `slug`, or the first of `slug-2`, `slug-3`… that is not in `taken`, ignoring case. */
export const freeSlug = (slug: string, taken: Iterable<string>): string => {
  const names = new Set(Array.from(taken, (name) => name.normalize('NFC').toLowerCase()))
  let free = slug
  for (let n = 2; names.has(free.normalize('NFC').toLowerCase()); n += 1) free = `${slug}-${n}`
  return free
}

/** The slug of a post by its generator: the name of its file, or of its bundle's folder, without a date. */
export const slugOfPost = (id: string, site: MadeWith = 'plain'): string => {
  const { dated, keepsDate = false } = habitsOf(site).fileName
  const path = pathOfPost(id)
  const name = filePart(path)
  if (!dated || keepsDate) return name
  return dateOfName(path, site)?.rest || name
}

/** The date that a generator reads from the file name, as written; empty if it reads none. */
export const dateInPostId = (id: string, site: MadeWith = 'plain'): string =>
  habitsOf(site).fileName.dated ? (dateOfName(pathOfPost(id), site)?.date ?? '') : ''

// Without extension; for a bundle, its folder.
const pathOfPost = (id: string): string => {
  const path = joined(folderOf(id), nameWithoutExtension(filePart(id)))
  return /\/index$/i.test(path) ? folderOf(path) : path
}

const joined = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`)

const dateOfName = (
  path: string,
  site: MadeWith,
): { readonly date: string; readonly rest: string } | null => {
  const { datedFolders, keepsDate } = habitsOf(site).fileName
  const named = splitDatedName(filePart(path))
  if (named !== null) return { date: `${named.date}${named.time}`, rest: named.rest.trim() }
  // If the slug includes the date, no separator is needed: `2024-01-05.md`.
  const [, alone] = (keepsDate && /^(\d{4}-\d\d-\d\d)(?!\d)/.exec(filePart(path))) || []
  if (alone !== undefined) return { date: alone, rest: '' }
  if (!datedFolders) return null
  // `2024/01/05/name`, `2024/01-05-name`, `2024-01-05/name`
  const spread = /(?:^|\/)(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[-_/](.*))?$/.exec(path)
  if (spread === null) return null
  const [, year, month, day, rest = ''] = spread
  return { date: `${year}-${month}-${day}`, rest: filePart(rest) }
}

const hyphenated = (text: string, breaks: RegExp): string => {
  const words = text
    .replace(/['’]/g, '') // don't → dont, as every generator does
    .replace(breaks, '-')
    .replace(/^-+|-+$/g, '')
  if (words.length <= longestSlug) return words
  const cut = words.slice(0, longestSlug + 1)
  return cut.includes('-', 1) ? cut.slice(0, cut.lastIndexOf('-')) : cut.slice(0, longestSlug)
}
