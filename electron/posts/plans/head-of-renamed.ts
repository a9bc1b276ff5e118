import type { SiteChange } from '../../../shared/addresses/change/site-change'
import type { SiteMap } from '../../../shared/addresses/map/site-map'
import { isRedirectKey, type SitePath } from '../../../shared/addresses/rules/page'
import { addItem, editField, removeField } from '../../../shared/front-matter/edit/edit'
import { parseFrontMatter } from '../../../shared/front-matter/read/parse'
import { splitPost } from '../../../shared/front-matter/read/split'
import { spelledPath } from '../../../shared/front-matter/values/keys'
import type { Edit } from '../../../shared/front-matter/values/types'
import { lineChanges } from '../../../shared/merge/line-diff'
import type { RenameOffers } from '../../../shared/posts/post-rename'
import { applyTextChanges, type TextChange } from '../../../shared/text/text-change'
import type { LookedSite } from './site-look'

/** The slug in a head, with its key as written. */
export const slugInHead = (text: string): RenameOffers['slugKey'] => {
  const head = parseFrontMatter(text)
  if (head.kind !== 'parsed') return null
  const [key, value] = Object.entries(head.data).find(([name]) => name.toLowerCase() === 'slug') ?? []
  return key !== undefined && typeof value === 'string' && value !== '' ? { key, value } : null
}

/** Replaces the slug in a head: any slug, or only `old` if given. */
export const withSlug = (text: string, slug: string, old?: string): readonly TextChange[] => {
  const found = slugInHead(text)
  if (!found || found.value === slug || (old !== undefined && found.value !== old)) return []
  const edit = editField(text, found.key, slug)
  return edit.kind === 'changes' ? edit.changes : []
}

/** The site's key for former addresses, and the address that a change takes from a page. */
export const redirectTo = (
  path: SitePath,
  { before, after, movedTo }: SiteChange,
  key: string | null,
): RenameOffers['redirect'] => {
  const address = before.pages.get(path)?.address ?? null
  if (key === null || address === null || after.pages.get(movedTo(path))?.address === address) return null
  return { key, address }
}

/** Generators whose aliases are names of notes, not addresses. */
const namesOnly: ReadonlySet<LookedSite['profile']> = new Set(['obsidian', 'plain'])

/** The site's key for former addresses: its generator's, or the one that its pages use. */
export const redirectKeyOf = async (
  site: LookedSite,
  { pages }: SiteMap,
  textOf: (path: SitePath) => Promise<string | null>,
): Promise<string | null> => {
  const known = site.addresses?.redirectKey
  if (known !== undefined) return known
  if (namesOnly.has(site.profile)) return null
  for (const { path, aliases } of pages.values()) {
    if (!aliases.some((one) => one.startsWith('/'))) continue
    const head = parseFrontMatter((await textOf(path)) ?? '')
    const used = head.kind === 'parsed' ? Object.keys(head.data).find(isRedirectKey) : undefined
    if (used !== undefined) return used
  }
  return null
}

/** Adds a former address to a head, on top of other edits; null if it cannot be added. */
export const withRedirect = (
  text: string,
  { key, address }: NonNullable<RenameOffers['redirect']>,
  edits: readonly TextChange[],
): readonly TextChange[] | null => {
  const edited = applyTextChanges(text, edits)
  const wanted = withFormerAddress(edited, key, address)
  return wanted === null ? null : lineChanges(text, wanted)
}

/** A single address becomes the first item of a list. */
const withFormerAddress = (text: string, key: string, address: string): string | null => {
  const head = parseFrontMatter(text)
  const written = head.kind === 'parsed' ? spelledPath(head.data, [key])[0] : key
  const value = head.kind === 'parsed' ? head.data[String(written)] : undefined
  const isAlone = typeof value === 'string' && value !== '' && splitPost(text).language !== 'meta'
  let now = text
  const apply = (edit: Edit): boolean => {
    if (edit.kind === 'changes') now = applyTextChanges(now, edit.changes)
    return edit.kind === 'changes'
  }
  if (isAlone && !(apply(removeField(now, String(written))) && apply(addItem(now, key, value)))) return null
  const isBare = splitPost(text).language === 'none'
  return apply(addItem(now, String(written), address, isBare ? { start: 'yaml' } : {})) ? now : null
}
