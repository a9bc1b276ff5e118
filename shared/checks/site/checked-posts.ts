import type { PostId } from '../../posts/post'
import { namesOf, type PostTarget, targetOf } from '../../references/post-target'
import { folderOf } from '../../site/post-path'
import type { PostRecord } from './post-record'

/** All posts that were checked, and which of them are to be looked at again when one changes. */
export class CheckedPosts {
  readonly #byId = new Map<PostId, PostRecord>()
  /** What posts are called, and what they ask for: `name:slug`, `title:…`, `address:…`, `folder:…`. */
  readonly #having = new Map<string, Set<PostId>>()
  readonly #asking = new Map<string, Set<PostId>>()

  get size(): number {
    return this.#byId.size
  }

  get(id: PostId): PostRecord | undefined {
    return this.#byId.get(id)
  }

  all(): IterableIterator<PostRecord> {
    return this.#byId.values()
  }

  /** Takes a post in; answers the posts that may read differently now, itself among them. */
  put(post: PostRecord): ReadonlySet<PostId> {
    const before = this.#byId.get(post.id)
    const had = before ? [...keysOf(before)] : []
    const has = [...keysOf(post)]
    const changed = new Set<string>()
    for (const key of had) if (!has.includes(key) && this.#leave(key, post.id)) changed.add(key)
    for (const key of has) if (!had.includes(key) && this.#join(key, post.id)) changed.add(key)
    if (before && String(before.ids) !== String(post.ids))
      for (const key of has) if (/^(?:name|path):/.test(key)) changed.add(key)
    if (before) this.#forget(before)
    for (const key of asksOf(post)) add(this.#asking, key, post.id)
    this.#byId.set(post.id, post)
    return this.#askers(changed).add(post.id)
  }

  /** Forgets a post; answers the posts that may read differently now. */
  remove(id: PostId): ReadonlySet<PostId> {
    const post = this.#byId.get(id)
    if (!post) return new Set()
    const changed = new Set<string>()
    for (const key of keysOf(post)) if (this.#leave(key, id)) changed.add(key)
    this.#forget(post)
    this.#byId.delete(id)
    const askers = this.#askers(changed)
    askers.delete(id)
    return askers
  }

  /** The posts that a link may mean by this name. */
  named({ by, name }: Pick<PostTarget, 'by' | 'name'>): readonly PostRecord[] {
    return this.#records(`${by}:${name}`)
  }

  /** The posts of this title, whatever its case. */
  titled(title: string): readonly PostRecord[] {
    return this.#records(`title:${fold(title)}`)
  }

  /** The posts the site shows at this path. */
  at(address: string): readonly PostRecord[] {
    return this.#records(`address:${foldAddress(address)}`)
  }

  /** Whether the site shows posts in this folder of addresses. */
  hasFolder(folder: string): boolean {
    return this.#having.has(`folder:${fold(folder)}`)
  }

  #records(key: string): readonly PostRecord[] {
    return [...(this.#having.get(key) ?? [])].flatMap((id) => this.#byId.get(id) ?? [])
  }

  #askers(keys: ReadonlySet<string>): Set<PostId> {
    const found = new Set<PostId>()
    for (const key of keys) for (const id of this.#asking.get(key) ?? []) found.add(id)
    return found
  }

  /** Answers whether that means something to those who ask: a folder counts with its first and last post. */
  #join(key: string, id: PostId): boolean {
    const isFirst = !this.#having.has(key)
    add(this.#having, key, id)
    return isFirst || !key.startsWith('folder:')
  }

  #leave(key: string, id: PostId): boolean {
    const isLast = drop(this.#having, key, id)
    return isLast || !key.startsWith('folder:')
  }

  #forget(post: PostRecord): void {
    for (const key of asksOf(post)) drop(this.#asking, key, post.id)
  }
}

/** The folder of an address, which says what kind of page it is; empty for the top of the site. */
export const folderOfAddress = (address: string): string => folderOf(address.replace(/\/+$/, ''))

function* keysOf(post: PostRecord): Generator<string> {
  const { title, aliases } = post.head.common
  const named = new Set(namesOf(post).map(({ by, name }) => `${by}:${name}`))
  for (const alias of aliases) {
    const last = alias
      .replace(/\/+(?:index\.html?)?$|\.html?$/i, '')
      .split('/')
      .at(-1)
    if (last) named.add(`name:${fold(last)}`)
  }
  yield* named
  if (title !== '') yield `title:${fold(title)}`
  if (post.address === null) return
  yield `address:${foldAddress(post.address)}`
  const folder = folderOfAddress(post.address)
  if (folder !== '') yield `folder:${fold(folder)}`
}

function* asksOf(post: PostRecord): Generator<string> {
  const { title } = post.head.common
  if (title !== '') yield `title:${fold(title)}`
  if (post.address !== null) yield `address:${foldAddress(post.address)}`
  for (const { kind, target } of post.links) {
    const meant = targetOf(kind, target.replace(/^https?:\/\/[^/]+/i, ''), post.id)
    if (!meant) continue
    yield `${meant.by}:${meant.name}`
    yield `folder:${fold(folderOfAddress(target.replace(/^https?:\/\/[^/]+/i, '').replace(/[?#].*$/s, '')))}`
  }
}

const fold = (text: string): string => text.normalize('NFC').toLowerCase()
const foldAddress = (address: string): string => fold(address).replace(/\/+$/, '')

const add = (map: Map<string, Set<PostId>>, key: string, id: PostId): void => {
  const ids = map.get(key)
  if (ids) ids.add(id)
  else map.set(key, new Set([id]))
}

/** Answers whether it was the last one. */
const drop = (map: Map<string, Set<PostId>>, key: string, id: PostId): boolean => {
  const ids = map.get(key)
  if (!ids?.delete(id) || ids.size > 0) return false
  return map.delete(key)
}
