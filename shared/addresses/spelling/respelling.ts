import type { Reference } from '../../references/forms/reference'
import type { SiteMap } from '../map/site-map'
import type { Meaning, Place } from '../meaning/meaning-types'
import type { SitePath } from '../rules/page'

/** A reference that a change would break. */
export interface Respelling {
  readonly reference: Reference
  readonly meant: Extract<Meaning, { readonly path: SitePath }>
  /** Its file and meaning before and after the change. */
  readonly place: readonly [before: Place, after: Place]
  readonly path: readonly [before: SitePath, after: SitePath]
  readonly map: readonly [before: SiteMap, after: SiteMap]
}
