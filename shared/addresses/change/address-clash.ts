import { logicalPath } from '../by-generator/hugo'
import { rulesOf } from '../by-generator/rules-of'
import { addressKey, folded } from '../map/folded'
import type { SiteMap } from '../map/site-map'
import type { Page, SitePath } from '../rules/page'
import type { SiteChange } from './site-change'

/** Another page that a page meets at one place of the site after a change; of the two the site shows one. */
interface AddressClash {
  readonly other: SitePath
  /** The address of both; in Hugo the path of both in the content, where their heads give them other addresses. */
  readonly address: string
  /** They are in two languages, which some sites show apart by what their settings do not say. */
  readonly isTranslation: boolean
}

/** The page that had the place already which a page comes to by a change; null where none did, or addresses are guesses. */
export const clashAfter = (from: SitePath, { before, after, movedTo }: SiteChange): AddressClash | null => {
  const [old, page] = [before.pages.get(from), after.pages.get(movedTo(from))]
  if (page === undefined || !rulesOf(after.site).isExact) return null
  const places = [
    { address: page.address, was: old?.address ?? null, key: addressKey, at: pagesAt(after) },
    {
      address: logicalIn(page, after),
      was: old ? logicalIn(old, before) : null,
      key: folded,
      at: (path: string) =>
        after.logically(path).filter((one) => after.pages.get(one)?.language === page.language),
    },
  ]
  for (const { address, was, key, at } of places) {
    if (address === null || (was !== null && key(was) === key(address))) continue
    const others = at(address).filter((one) => one !== page.path)
    const isTranslation = (one: SitePath) => after.pages.get(one)?.language !== page.language
    const other = others.find((one) => !isTranslation(one)) ?? others[0]
    if (other !== undefined) return { other, address, isTranslation: isTranslation(other) }
  }
  return null
}

const pagesAt = (map: SiteMap) => (address: string) => map.at(address)

const logicalIn = ({ path }: Page, { site }: SiteMap): string | null =>
  site.profile === 'hugo' ? logicalPath(path, site) : null
