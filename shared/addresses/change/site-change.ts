import { once } from '../../base/once'
import { nameAtEnd } from '../../references/last-name'
import { namesOfPage } from '../map/page-names'
import { SiteMap } from '../map/site-map'
import type { Page, SitePath } from '../rules/page'

/** A change of a site on paper: what references meant before it, and mean after it. */
export interface SiteChange {
  readonly before: SiteMap
  readonly after: SiteMap
  /** What becomes of a page or a file that references mean. */
  readonly movedTo: (path: SitePath) => SitePath
  /** Where a file stands afterwards whose text is looked at; a copy stands elsewhere, and its original does not move. */
  readonly placeAfter: (path: SitePath) => SitePath
  /** The last names of references that the change could harm. */
  readonly names: () => ReadonlySet<string>
}

/** Files that get another place, by the place they have now; any may move, whether it is a page or not. */
export type MovedFiles = ReadonlyMap<SitePath, SitePath>

/**
 * Makes a change on paper: files move, and `changed` pages are what they will be, by their new path. Neither the disk
 * nor the map before is touched.
 */
export const changeOnPaper = (before: SiteMap, moved: MovedFiles, changed: Iterable<Page>): SiteChange => {
  const movedTo = (path: SitePath): SitePath => moved.get(path) ?? path
  const now = new Map(Array.from(changed, (page) => [page.path, page]))
  const pages = Array.from(before.pages.values(), (page) => {
    const path = movedTo(page.path)
    return now.get(path) ?? (path === page.path ? page : { ...page, path })
  })
  const files = moved.size === 0 ? before.files : new Set(Array.from(before.files, movedTo))
  const after = new SiteMap(before.site, pages, files)
  return {
    before,
    after,
    movedTo,
    placeAfter: movedTo,
    names: once(() => namesTouched({ before, after, movedTo })),
  }
}

/** A copy on paper: what is there stays, and the copies come to it. Only what is copied along is meant anew. */
export const copyOnPaper = (before: SiteMap, copies: MovedFiles, page: Page, from: SitePath): SiteChange => {
  const after = new SiteMap(
    before.site,
    [...before.pages.values(), page],
    new Set([...before.files, ...copies.values()]),
  )
  const movedTo = (path: SitePath): SitePath => (path === from ? path : (copies.get(path) ?? path))
  return {
    before,
    after,
    movedTo,
    placeAfter: () => page.path,
    names: once(() => namesTouched({ before, after, movedTo })),
  }
}

const namesTouched = ({
  before,
  after,
  movedTo,
}: Pick<SiteChange, 'before' | 'after' | 'movedTo'>): ReadonlySet<string> => {
  const names = new Set<string>(['..'])
  const add = (page: Page | undefined, map: SiteMap) => {
    if (!page) return
    for (const name of namesOfPage(page, map.site)) names.add(nameAtEnd(name))
    for (const alias of page.aliases) names.add(nameAtEnd(alias))
    if (page.address !== null) names.add(nameAtEnd(page.address))
  }
  for (const path of before.files) {
    const to = movedTo(path)
    const [old, now] = [before.pages.get(path), after.pages.get(to)]
    if (path === to && old?.address === now?.address) continue
    add(old, before)
    add(now, after)
    names.add(nameAtEnd(path))
    names.add(nameAtEnd(to))
  }
  return names
}
