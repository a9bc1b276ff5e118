import { rulesOf } from '../../addresses/by-generator/rules-of'
import { namesOfPage, shownAt } from '../../addresses/map/page-names'
import { SiteMap } from '../../addresses/map/site-map'
import type { PostId } from '../../posts/post'
import { lastName, nameAtEnd } from '../../references/last-name'
import type { SiteLayout } from '../../site/site-layout'
import { addressOfLink, shapeOfFolder } from './link-address'
import type { PostRecord } from './post-record'

/** All checked posts, and which of them to check again when one changes. */
export class CheckedPosts {
  private readonly byId = new Map<PostId, PostRecord>()
  /**
   * The posts by their own names, and by those they refer to: `name:slug`, `title:…`, `shown:…`, `folder:…`.
   */
  private readonly having: PostsByKey = new Map()
  private readonly asking: PostsByKey = new Map()
  /** The pages of the posts, to resolve links. */
  readonly map: SiteMap

  constructor(private readonly site: SiteLayout) {
    this.map = new SiteMap(site, [], new Set())
  }

  get size(): number {
    return this.byId.size
  }

  get(id: PostId): PostRecord | undefined {
    return this.byId.get(id)
  }

  all(): IterableIterator<PostRecord> {
    return this.byId.values()
  }

  /** Adds or replaces a post; returns the posts whose findings may change, including itself. */
  put(post: PostRecord): ReadonlySet<PostId> {
    const before = this.byId.get(post.id)
    const had = before ? [...keysOf(before, this.site)] : []
    const has = [...keysOf(post, this.site)]
    const changed = new Set<string>()
    for (const key of had) if (!has.includes(key) && this.leave(key, post.id)) changed.add(key)
    for (const key of has) if (!had.includes(key) && this.join(key, post.id)) changed.add(key)
    if (before && String(before.ids) !== String(post.ids))
      for (const key of has) if (/^(?:name|path):/.test(key)) changed.add(key)
    if (before) this.forget(before)
    for (const key of asksOf(post, this.site)) add(this.asking, key, post.id)
    this.byId.set(post.id, post)
    this.map.put(post.page)
    return this.askers(changed).add(post.id)
  }

  /** Adds a new post without tracking what it refers to; only for use when no post changes afterwards. */
  enter(post: PostRecord): void {
    for (const key of keysOf(post, this.site)) add(this.having, key, post.id)
    this.byId.set(post.id, post)
    this.map.put(post.page)
  }

  /** Removes a post; returns the posts whose findings may change. */
  remove(id: PostId): ReadonlySet<PostId> {
    const post = this.byId.get(id)
    if (!post) return new Set()
    const changed = new Set<string>()
    for (const key of keysOf(post, this.site)) if (this.leave(key, id)) changed.add(key)
    this.forget(post)
    this.byId.delete(id)
    this.map.remove(post.page.path)
    const askers = this.askers(changed)
    askers.delete(id)
    return askers
  }

  /** The posts with this title, ignoring case. */
  titled(title: string): readonly PostRecord[] {
    return this.records(`title:${fold(title)}`)
  }

  /** Other posts that the site would show at the same address. */
  clashing(post: PostRecord): readonly PostRecord[] {
    return this.records(`shown:${fold(shownAt(post.page, this.site))}`).filter(({ id }) => id !== post.id)
  }

  /** Whether posts have addresses like this one: in the same folder, or in that of another date. */
  hasLike(address: string): boolean {
    const folder = shapeOfFolder(address)
    const posts = this.having.get(`folder:${folder}`)
    // At the top are other pages too, also the lists of posts.
    return folder === '' ? listed(posts).length >= enoughAtTop : posts !== undefined
  }

  private records(key: string): readonly PostRecord[] {
    return listed(this.having.get(key)).flatMap((id) => this.byId.get(id) ?? [])
  }

  private askers(keys: ReadonlySet<string>): Set<PostId> {
    const found = new Set<PostId>()
    for (const key of keys) for (const id of listed(this.asking.get(key))) found.add(id)
    return found
  }

  /** Returns whether this affects other posts: a folder matters only with its first and last post. */
  private join(key: string, id: PostId): boolean {
    const isFirst = !this.having.has(key)
    add(this.having, key, id)
    return isFirst || !key.startsWith('folder:') || key === atTop
  }

  private leave(key: string, id: PostId): boolean {
    const isLast = drop(this.having, key, id)
    return isLast || !key.startsWith('folder:') || key === atTop
  }

  private forget(post: PostRecord): void {
    for (const key of asksOf(post, this.site)) drop(this.asking, key, post.id)
  }
}

const atTop = 'folder:'
const enoughAtTop = 3

function* keysOf(post: PostRecord, site: SiteLayout): Generator<string> {
  const { title } = post.head.common
  const names = [...namesOfPage(post.page, site), ...post.page.aliases]
  yield* new Set(names.map((name) => `name:${nameAtEnd(name)}`))
  if (title !== '') yield `title:${fold(title)}`
  yield `shown:${fold(shownAt(post.page, site))}`
  if (post.address === null) return
  const key = `folder:${shapeOfFolder(post.address)}`
  if (key !== atTop || rulesOf(site).isExact) yield key
}

function* asksOf(post: PostRecord, site: SiteLayout): Generator<string> {
  const { title } = post.head.common
  if (title !== '') yield `title:${fold(title)}`
  yield `shown:${fold(shownAt(post.page, site))}`
  for (const { kind, target } of post.links) {
    const verbatim = kind === 'link' ? {} : ({ verbatim: true } as const)
    const name = lastName({ target, ...verbatim }, site.address)
    if (name === null) continue
    yield `name:${name}`
    const address = addressOfLink(target, post, site)
    if (address !== null) yield `folder:${shapeOfFolder(address)}`
  }
}

const fold = (text: string): string => text.normalize('NFC').toLowerCase()

/** Most keys have only one post, which is stored without a set to save memory. */
type PostsByKey = Map<string, PostId | Set<PostId>>

const listed = (ids: PostId | Set<PostId> | undefined): readonly PostId[] =>
  ids === undefined ? [] : typeof ids === 'string' ? [ids] : [...ids]

const add = (map: PostsByKey, key: string, id: PostId): void => {
  const ids = map.get(key)
  if (ids === undefined) map.set(key, id)
  else if (typeof ids !== 'string') ids.add(id)
  else if (ids !== id) map.set(key, new Set([ids, id]))
}

/** Returns whether it was the last one. */
const drop = (map: PostsByKey, key: string, id: PostId): boolean => {
  const ids = map.get(key)
  if (ids === undefined) return false
  if (typeof ids === 'string') return ids === id && map.delete(key)
  return ids.delete(id) && ids.size === 0 && map.delete(key)
}
