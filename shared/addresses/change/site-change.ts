import { once } from '../../base/once'
import { nameAtEnd } from '../../references/last-name'
import { namesOfPage } from '../map/page-names'
import { SiteMap } from '../map/site-map'
import type { Page, SitePath } from '../rules/page'

/** A planned change of a site: the meaning of references before and after it. */
export interface SiteChange {
  readonly before: SiteMap
  readonly after: SiteMap
  /** The new place of a page or file that references mean. */
  readonly movedTo: (path: SitePath) => SitePath
  /** The new place of the file with the references; a copy has another place, while its original stays. */
  readonly placeAfter: (path: SitePath) => SitePath
  /** The last names of references that the change could break. */
  readonly names: () => ReadonlySet<string>
}

/** Moved files by their current path; pages and other files. */
export type MovedFiles = ReadonlyMap<SitePath, SitePath>

/**
 * Plans a change: files move, and `changed` pages get their new state, by new path. Changes neither the disk
 * nor the old map.
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

/** Plans a copy: existing files stay, copies are added. Only references to copied files change. */
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
