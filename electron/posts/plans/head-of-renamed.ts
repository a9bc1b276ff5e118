import type { SiteChange } from '../../../shared/addresses/change/site-change'
import type { SitePath } from '../../../shared/addresses/rules/page'
import { addItem, editField } from '../../../shared/front-matter/edit/edit'
import { parseFrontMatter } from '../../../shared/front-matter/read/parse'
import { splitPost } from '../../../shared/front-matter/read/split'
import { lineChanges } from '../../../shared/merge/line-diff'
import type { RenameOffers } from '../../../shared/posts/post-rename'
import { applyTextChanges, type TextChange } from '../../../shared/text/text-change'
import type { Site } from '../../site/detect-site'

/** The slug that a head gives its post, under the key as it is written. */
export const slugInHead = (text: string): RenameOffers['slugKey'] => {
  const head = parseFrontMatter(text)
  if (head.kind !== 'parsed') return null
  const [key, value] = Object.entries(head.data).find(([name]) => name.toLowerCase() === 'slug') ?? []
  return key !== undefined && typeof value === 'string' && value !== '' ? { key, value } : null
}

/** Writes another slug into a head that has one: any where `old` is not given, else only one that repeats it. */
export const withSlug = (text: string, slug: string, old?: string): readonly TextChange[] => {
  const found = slugInHead(text)
  if (!found || found.value === slug || (old !== undefined && found.value !== old)) return []
  const edit = editField(text, found.key, slug)
  return edit.kind === 'changes' ? edit.changes : []
}

/** The key under which the generator keeps former addresses, and the address that a change takes from a page. */
export const redirectTo = (
  path: SitePath,
  { before, after, movedTo }: SiteChange,
  site: Site,
): RenameOffers['redirect'] => {
  const address = before.pages.get(path)?.address ?? null
  const key = redirectKey(before.pages.values(), site)
  if (key === null || address === null || after.pages.get(movedTo(path))?.address === address) return null
  return { key, address }
}

const redirectKey = (pages: Iterable<{ readonly aliases: readonly string[] }>, site: Site): string | null => {
  if (site.profile === 'hugo') return 'aliases'
  const known = site.addresses?.redirectKey
  if (known !== undefined) return known
  if (site.profile !== 'jekyll') return null
  for (const { aliases } of pages) if (aliases.length > 0) return 'redirect_from'
  return null
}

/** Adds a former address to a head, on top of other edits of it. */
export const withRedirect = (
  text: string,
  { key, address }: NonNullable<RenameOffers['redirect']>,
  edits: readonly TextChange[],
): readonly TextChange[] => {
  const edited = applyTextChanges(text, edits)
  const head = parseFrontMatter(edited)
  const value = head.kind === 'parsed' ? head.data[key] : undefined
  const edit =
    typeof value === 'string'
      ? editField(edited, key, [value, address])
      : addItem(edited, key, address, {
          start: splitPost(text).language === 'none' ? 'yaml' : undefined,
        } as object)
  if (edit.kind !== 'changes') return edits
  const wanted = applyTextChanges(edited, edit.changes)
  return edits.length === 0 ? edit.changes : lineChanges(text, wanted)
}
