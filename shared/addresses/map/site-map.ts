import { grouped } from '../../base/grouped'
import { folderOf, joinPath } from '../../site/post-path'
import type { SiteLayout } from '../../site/site-layout'
import { routeFront, routeOf } from '../by-generator/by-folder'
import { logicalPath } from '../by-generator/hugo'
import type { Page, SitePath } from '../rules/page'
import { addressKey, folded } from './folded'
import { namesOfPage } from './page-names'

type Places = SitePath | readonly SitePath[]

/** The index of a site's pages and files by address, path and name, for resolving references. */
export class SiteMap {
  private readonly byPath: Map<SitePath, Page>
  private readonly addresses = new Map<string, Places>()
  private readonly foldedAddresses = new Map<string, Places>()
  private readonly aliases = new Map<string, Places>()
  private readonly foldedPaths = new Map<string, Places>()
  private readonly names = new Map<string, Places>()
  private readonly logical = new Map<string, Places>()
  private readonly ownersByFolder = new Map<string, Places>()
  private readonly routes = new Map<string, SitePath>()
  /** The paths before the slugs of posts, by the routes of the site. */
  readonly routeFronts: readonly string[]
  private fileNames: ReadonlyMap<string, readonly SitePath[]> | null = null

  constructor(
    readonly site: SiteLayout,
    pages: Iterable<Page>,
    readonly files: ReadonlySet<SitePath>,
  ) {
    this.byPath = new Map(Array.from(pages, (page) => [page.path, page]))
    for (const page of this.byPath.values()) this.enter(page, put)
    const fronts = new Set<string>()
    if (['astro', 'gatsby', 'next', 'next-starter', 'plain', 'docusaurus'].includes(site.profile))
      for (const file of files) {
        const route = this.pages.has(file) ? null : routeOf(file)
        if (route !== null) this.routes.set(addressKey(route), file)
        const front = routeFront(file)
        if (front !== null) fronts.add(front)
      }
    this.routeFronts = [...fronts]
  }

  get pages(): ReadonlyMap<SitePath, Page> {
    return this.byPath
  }

  /** Adds or replaces a page. */
  put(page: Page): void {
    this.remove(page.path)
    this.byPath.set(page.path, page)
    this.enter(page, put)
  }

  remove(path: SitePath): void {
    const page = this.byPath.get(path)
    if (page) this.enter(page, drop)
    this.byPath.delete(path)
  }

  /** The pages at an address, with any ending: `/a`, `/a/`, `/a.html`, `/a/index.html`. */
  at(address: string): readonly SitePath[] {
    return listed(this.addresses.get(addressKey(address)))
  }

  /** The same, ignoring letter case. */
  near(address: string): readonly SitePath[] {
    return listed(this.foldedAddresses.get(folded(addressKey(address))))
  }

  /** The pages with a former address. */
  formerlyAt(address: string): readonly SitePath[] {
    return listed(this.aliases.get(addressKey(address)))
  }

  /** The file at an address that is determined by its path. */
  routedTo(address: string): SitePath | null {
    return this.routes.get(addressKey(address)) ?? null
  }

  /** Pages whose path differs only in letter case. */
  nearPath(path: SitePath): readonly SitePath[] {
    return listed(this.foldedPaths.get(folded(path)))
  }

  named(name: string): readonly SitePath[] {
    return listed(this.names.get(folded(name)))
  }

  /** Pages by their path in Hugo's `ref`: without extension, language and `index`. */
  logically(path: string): readonly SitePath[] {
    return listed(this.logical.get(folded(path)))
  }

  /** The folder whose files are served below the address of a page. */
  folderOfFiles(page: SitePath): SitePath {
    return this.site.addresses?.assetFolders === true ? page.replace(/\.[^./]+$/, '') : folderOf(page)
  }

  /** Whether files next to a page are served below its address. */
  hasOwnFiles(page: SitePath): boolean {
    return this.site.addresses?.assetFolders === true || /(?:^|\/)_?index(?:\.[\w-]+)?\.\w+$/i.test(page)
  }

  /** The pages whose own files are in a folder. */
  owners(folder: SitePath): readonly SitePath[] {
    return listed(this.ownersByFolder.get(folder))
  }

  /** Files that are not pages, by name. */
  filesNamed(name: string): readonly SitePath[] {
    this.fileNames ??= grouped(this.files, (path) => folded(path.slice(path.lastIndexOf('/') + 1)))
    return this.fileNames.get(folded(name)) ?? []
  }

  /** Adds a page to all indexes or removes it. */
  private enter(page: Page, change: typeof put): void {
    const { path, address, aliases } = page
    if (address !== null) {
      change(this.addresses, addressKey(address), path)
      change(this.foldedAddresses, folded(addressKey(address)), path)
    }
    for (const alias of aliases) {
      // Only Hugo resolves one without a slash from the page; others, as Zola, from the top of the site.
      const isRelative = this.site.profile === 'hugo' && !alias.startsWith('/')
      const place = isRelative ? (joinPath(address ?? '', '..', alias) ?? alias) : alias
      change(this.aliases, addressKey(`/${place.replace(/^\/+/, '')}`), path)
    }
    change(this.foldedPaths, folded(path), path)
    if (this.hasOwnFiles(path)) change(this.ownersByFolder, this.folderOfFiles(path), path)
    for (const name of namesOfPage(page, this.site)) change(this.names, folded(name), path)
    if (this.site.profile === 'hugo') {
      const logical = logicalPath(path, this.site)
      if (logical !== null) change(this.logical, folded(logical), path)
    }
  }
}

const put = (map: Map<string, Places>, key: string, path: SitePath): void => {
  const there = map.get(key)
  if (there === undefined) map.set(key, path)
  else if (typeof there !== 'string') map.set(key, [...there, path])
  else if (there !== path) map.set(key, [there, path])
}

const drop = (map: Map<string, Places>, key: string, path: SitePath): void => {
  const left = listed(map.get(key)).filter((one) => one !== path)
  if (left.length > 0) map.set(key, left)
  else map.delete(key)
}

const listed = (places: Places | undefined): readonly SitePath[] =>
  places === undefined ? [] : typeof places === 'string' ? [places] : places
