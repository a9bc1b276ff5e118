import { shownAt } from '../../../shared/addresses/map/page-names'
import { SiteMap } from '../../../shared/addresses/map/site-map'
import type { PostId, PostSummary, Problem } from '../../../shared/posts/post'
import type { SiteLayout } from '../../../shared/site/site-layout'
import { t } from '../../../shared/texts/translate'
import { type ListedPost, sortKey } from './post-store'

/** The posts of the folder, and which of them share an address. */
export class KnownPosts {
  private readonly byId = new Map<PostId, ListedPost>()
  private readonly idOfRow = new Map<number, PostId>()
  /** Nearly every address has one post, which needs no set. */
  private readonly byAddress = new Map<string, PostId | Set<PostId>>()
  private readonly foldedAddress = new Map<PostId, string>()
  private readonly keySets = new Map<string, readonly string[]>()
  private byDate: readonly PostId[] | null = null
  private siteMap: SiteMap | null = null

  constructor(private readonly site: SiteLayout) {}

  get size(): number {
    return this.byId.size
  }

  get(id: PostId): ListedPost | undefined {
    return this.byId.get(id)
  }

  ofRow(row: number): ListedPost | undefined {
    const id = this.idOfRow.get(row)
    return id === undefined ? undefined : this.byId.get(id)
  }

  ids(): IterableIterator<PostId> {
    return this.byId.keys()
  }

  all(): IterableIterator<ListedPost> {
    return this.byId.values()
  }

  /** Ids by date, the newest first. */
  newestFirst(): readonly PostId[] {
    this.byDate ??= [...this.byId.values()]
      .sort((a, b) => sortKey(b.summary) - sortKey(a.summary) || (a.summary.id < b.summary.id ? -1 : 1))
      .map(({ summary }) => summary.id)
    return this.byDate
  }

  /** The posts as targets of links; built on first use and then kept up to date. */
  map(): SiteMap {
    this.siteMap ??= new SiteMap(
      this.site,
      Array.from(this.byId.values(), ({ page }) => page),
      new Set(),
    )
    return this.siteMap
  }

  /** Adds a post; returns the posts whose summary has changed, itself first. */
  put(post: ListedPost): PostId[] {
    const { id } = post.summary
    const before = this.byId.get(id)
    this.byId.set(id, { ...post, keys: this.shared(post.keys) })
    this.idOfRow.set(post.row, id)
    this.byDate = null
    this.siteMap?.put(post.page)
    const address = fold(shownAt(post.page, this.site))
    if (before && this.foldedAddress.get(id) === address) return [id]
    const left = before ? this.leave(id) : []
    this.foldedAddress.set(id, address)
    return [id, ...left, ...this.join(id, address)]
  }

  /** Removes a post; returns the posts whose summary has changed. */
  remove(id: PostId): PostId[] {
    const post = this.byId.get(id)
    if (!post) return []
    this.byId.delete(id)
    this.siteMap?.remove(post.page.path)
    this.idOfRow.delete(post.row)
    this.byDate = null
    return this.leave(id)
  }

  /** The summary for the list, including what depends on other posts. */
  shown(id: PostId, now: number): PostSummary | null {
    const post = this.byId.get(id)
    if (!post) return null
    const { summary } = post
    const twin = this.twinOf(id)
    const scheduled = summary.scheduled && summary.dateMs !== null && summary.dateMs > now
    if (twin === null && scheduled === summary.scheduled) return summary
    return {
      ...summary,
      scheduled,
      problems: twin ? [...summary.problems, duplicate(twin)] : summary.problems,
    }
  }

  /** Returns the post that had the address alone; a third post changes nothing for the first two. */
  private join(id: PostId, address: string): PostId[] {
    const here = this.byAddress.get(address)
    if (here === undefined) this.byAddress.set(address, id)
    else if (typeof here === 'string') this.byAddress.set(address, new Set([here, id]))
    else {
      const alone = here.size === 1 ? [...here] : []
      here.add(id)
      return alone
    }
    return here === undefined ? [] : [here]
  }

  private twinOf(post: PostId): PostId | null {
    const here = this.byAddress.get(this.foldedAddress.get(post) ?? '')
    if (here === undefined || typeof here === 'string') return null
    for (const id of here) if (id !== post) return id
    return null
  }

  private leave(id: PostId): PostId[] {
    const address = this.foldedAddress.get(id) ?? ''
    this.foldedAddress.delete(id)
    const here = this.byAddress.get(address)
    if (typeof here === 'object') here.delete(id)
    if (here === id || (typeof here === 'object' && here.size === 0)) this.byAddress.delete(address)
    return typeof here === 'object' && here.size === 1 ? [...here] : []
  }

  // Thousands of posts have the same keys, so they share one list.
  private shared(keys: readonly string[]): readonly string[] {
    const name = keys.join('\n')
    const known = this.keySets.get(name)
    if (known) return known
    this.keySets.set(name, keys)
    return keys
  }
}

const fold = (address: string): string => address.normalize('NFC').toLowerCase()

const duplicate = (twin: PostId): Problem => ({
  check: 'duplicate-slug',
  message: t('library.sameAddressAs', { id: twin }),
  severity: 'error',
})
