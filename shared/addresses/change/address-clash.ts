import { logicalPath } from '../by-generator/hugo'
import { rulesOf } from '../by-generator/rules-of'
import { addressKey, folded } from '../map/folded'
import type { SiteMap } from '../map/site-map'
import type { Page, SitePath } from '../rules/page'
import type { SiteChange } from './site-change'

/** A page that would share its address with another after a change, so that the site shows only one. */
interface AddressClash {
  readonly other: SitePath
  /** The shared address; in Hugo the shared content path if their heads give them different addresses. */
  readonly address: string
  /** They are in two languages, which some sites separate in ways their settings do not show. */
  readonly isTranslation: boolean
}

/** The page that already has the new address of a page; null if there is none, or addresses are guesses. */
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
