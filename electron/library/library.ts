import type { Page } from '../../shared/addresses/rules/page'
import type { LinkExample } from '../../shared/addresses/spelling/link-spelling'
import { messageOf } from '../../shared/app-error'
import { emptySchema, type SiteSchema } from '../../shared/front-matter/schema/site-schema'
import type { PostId, PostSummary } from '../../shared/posts/post'
import type { Backlink, QuickOpenHit, SearchRequest, SearchResult } from '../../shared/posts/post-search'
import type { PostReference } from '../../shared/references/post-references'
import { type IsIgnored, ignoreRulesOf } from './files/ignore-rules'
import { createSlices } from './files/slices'
import { textOfPost } from './files/text-of-post'
import type { WalkProblem } from './files/walk-posts'
import { type FolderWatch, watchFolder } from './files/watch-folder'
import { isDamage } from './index/database'
import { LibraryIndex } from './index/library-index'
import { firstPage, ListForWindow, nextPage } from './index/list-for-window'
import type { PostIndex } from './index/post-index'
import { startReaderHere } from './index/post-reader'
import type { PostStore } from './index/post-store'
import { SiteSettings } from './index/site-settings'
import { fewPaths, lookAgain } from './scan/look-again'
import { changesOf, lookAtPaths } from './scan/look-at-paths'
import { boundsOf, type LibraryOptions } from './scan/options'
import { isBelow, scan } from './scan/scan'
import { backlinksOf, postsMeant } from './search/backlinks'
import { linkExampleOf } from './search/link-example'
import { createNewestOnly } from './search/newest-only'
import { quickOpen } from './search/quick-open'
import { searchPosts } from './search/search-posts'

/** Opens the library of a site. The list can be asked for at once; what it does not have yet comes in batches. */
export const createLibrary = (options: LibraryOptions): Library => new Library(options)

/** The posts of one folder: their list, their schema and everything that can be found in them. */
export class Library {
  readonly #isIgnored: IsIgnored
  readonly #settings: SiteSettings
  readonly #startSearch = createNewestOnly('Another search was started.')
  readonly #index: LibraryIndex
  #watch: FolderWatch | null = null
  #watching: Promise<void> = Promise.resolve()
  #problems: readonly WalkProblem[] = []
  #closed = false
  #scanning = 0
  #hints = new Set<string>()
  #work: Promise<void>
  readonly #first = Promise.withResolvers<void>()
  /** What was known last time is there; in a new folder the first rows are. */
  readonly #loaded = Promise.withResolvers<void>()
  readonly #list: ListForWindow

  constructor(private readonly options: LibraryOptions) {
    this.#settings = new SiteSettings(options.site.root, (problems) => {
      options.onSettings(problems)
      options.onSchema(this.#schema())
    })
    this.#isIgnored = ignoreRulesOf(options.site, options.ignore)
    const { databaseFile, site, onPosts, onNote } = options
    this.#index = new LibraryIndex({ databaseFile, site, onPosts, onNote, now: this.#now })
    if (options.listFirst) this.#index.posts.batches.hold()
    this.#list = new ListForWindow({
      isAwaited: options.listFirst === true,
      shown: (ids) => ids.flatMap((id) => this.#index.posts.known.shown(id, this.#now()) ?? []),
      send: (changed) => options.onPosts({ changed, removed: [], reset: false }),
      onError: this.#note,
    })
    this.#work = this.#load(this.#index.warm)
      .finally(this.#loaded.resolve)
      .then(() => this.#scan(['']))
      .then(() => this.#settings.follow())
      .catch((error: unknown) => this.#failed(error))
    if (options.watch !== false) this.#watching = this.#startWatching()
  }

  /** The newest posts, as soon as there are some; all others follow as batches. */
  async list(): Promise<readonly PostSummary[]> {
    await this.#first.promise
    return this.#list.first(this.#index.posts.list())
  }

  /** The window has drawn the folder: what was put off for it goes on. */
  readonly windowAtRest = (): void => this.#list.rest()

  /** What the posts have in common: those read so far, or all of them. */
  async schema(whole = false): Promise<SiteSchema> {
    await (whole ? this.#work : this.#first.promise)
    return this.#schema()
  }

  /** Finds posts; a search that is asked for while one runs takes its place. */
  search(request: SearchRequest): Promise<SearchResult> {
    const pause = this.#startSearch()
    return this.#ask((store, index) =>
      searchPosts(request, {
        known: index.known,
        store,
        read: ({ summary }) => textOfPost(this.options.site, summary.id),
        now: this.#now,
        pause,
      }),
    )
  }

  quickOpen(typed: string, limit: number): Promise<readonly QuickOpenHit[]> {
    return this.#ask((store, index) => quickOpen(typed, limit, index.known, store))
  }

  /** The posts that link to a post, by any of the names it has. */
  backlinks(id: PostId): Promise<readonly Backlink[]> {
    return this.#ask((store, index) => backlinksOf(id, index.known, store))
  }

  linkExample(): Promise<LinkExample | null> {
    return this.#ask((store, index) => linkExampleOf(index.known, store, createSlices()))
  }

  /** The posts that references of a post lead to; null for one that leads to none. */
  linkTargets(from: PostId, references: readonly PostReference[]): Promise<readonly (PostId | null)[]> {
    return this.#ask((_store, { known }) => postsMeant(references, from, known))
  }

  /** All posts as pages of their site. */
  pages(): Promise<readonly Page[]> {
    return this.#ask((_store, { known }) => Array.from(known.all(), ({ page }) => page))
  }

  /** The posts with a reference that ends in one of these names. */
  naming(names: readonly string[]): Promise<readonly PostId[]> {
    return this.#ask((store, { known }) =>
      store.naming(names).flatMap((row) => known.ofRow(row)?.summary.id ?? []),
    )
  }

  /** Folders and files that could not be looked at. */
  problems(): readonly WalkProblem[] {
    return [...this.#problems, ...this.#settings.problems()]
  }

  /** Resolves when the list is up to date with a new look at everything, or at these paths inside the folder. */
  refresh(paths?: readonly string[]): Promise<void> {
    if (paths) this.#pathsChanged(new Set(paths))
    return this.#then(() => (paths ? this.#lookAtHints() : this.#scan([''])))
  }

  /** Resolves when changes of the folder are seen from now on. */
  async watching(): Promise<void> {
    await this.#watching
    await this.#watch?.ready()
  }

  /** Stops reading; what was read stays, the rest is read with the next look. */
  cancelScan(): void {
    this.#scanning += 1
  }

  /** Resolves when everything asked for so far has been looked at. */
  settled(): Promise<void> {
    return this.#work
  }

  async close(): Promise<void> {
    this.#closed = true
    this.#list.close()
    await this.#watch?.close()
    await this.#work
    this.#index.store.close()
  }

  readonly #now = (): number => this.options.now?.() ?? Date.now()
  readonly #note = (error: unknown): void => this.options.onNote(messageOf(error))

  /** Shows what the index knows from last time, the newest first. */
  async #load(warm: boolean): Promise<void> {
    if (!warm) return
    await this.#index.posts.loadPosts(firstPage, nextPage, () => {
      this.#first.resolve()
      return this.#list.atRest
    })
    const schema = this.#index.store.schema()
    if (schema) this.options.onSchema(this.#settings.applied(schema))
    await this.#index.posts.loadFacts(nextPage)
  }

  /** What every look at the folder works with. */
  get #looking() {
    const [root, bounds] = [this.options.site.postsRoot, boundsOf(this.options.site)]
    return { root, bounds, isIgnored: this.#isIgnored, index: this.#index.posts, store: this.#index.store }
  }

  async #scan(starts: readonly string[]): Promise<void> {
    const mine = this.#scanning
    const before = this.#index.posts.known.size
    const { site, startReader = startReaderHere } = this.options
    const problems = await scan(starts, {
      ...this.#looking,
      onProgress: this.options.onProgress,
      now: this.#now,
      readHere: () => startReaderHere(site.postsRoot, site),
      startReader: () => startReader(site.postsRoot, site),
      onFirst: () => {
        this.#first.resolve()
        if (before === 0) this.options.onSchema(this.#settings.applied(this.#index.posts.schema()))
      },
      windowAtRest: () => this.#list.atRest,
      isCancelled: () => this.#closed || mine !== this.#scanning,
    })
    const elsewhere = this.#problems.filter(({ path }) => !starts.some((start) => isBelow(path, start)))
    this.#problems = [...elsewhere, ...problems]
    this.#tellSchema()
    if (this.#closed || mine !== this.#scanning) return
    if (starts.includes('')) this.#index.store.complete()
    await this.#index.store.vocabulary.prepare(createSlices())
  }

  #tellSchema(): void {
    const schema = this.#index.posts.schema()
    this.#index.store.keepSchema(schema)
    this.#index.store.commit()
    this.options.onSchema(this.#settings.applied(schema))
    this.options.onLooked?.(
      Array.from(this.#index.posts.known.all(), ({ summary }) => summary),
      schema,
    )
  }

  #schema(): SiteSchema {
    const schema = this.#index.posts.schema()
    return this.#settings.applied(schema.posts > 0 ? schema : (this.#index.store.schema() ?? emptySchema))
  }

  /** Once a window is at rest: to load the watcher takes as long as its first rows, and it looks at everything itself. */
  async #startWatching(): Promise<void> {
    await this.#list.atRest
    if (this.#closed) return
    this.#watch = watchFolder({
      root: this.options.site.postsRoot,
      onPaths: (paths) => this.#pathsChanged(paths),
      onSettled: () => void this.#then(() => this.#lookAtHints()),
      onPulse: () => this.#settings.follow(), // they stand at the root of the site, which is not watched
      onLook: () => void this.refresh(),
      onAvailable: (available, message) => {
        this.options.onFolderState({ available, message })
        if (available) void this.refresh()
      },
      onNote: this.options.onNote,
      times: this.options.watchTimes ?? {},
    })
    // What changed before this moment was seen by nobody: who has a file open looks at it now.
    const tell = () => this.#closed || this.options.onFolderState({ available: true, message: '' })
    this.#watch.ready().then(tell, this.#note)
  }

  #pathsChanged(paths: ReadonlySet<string>): void {
    const { root, bounds, isIgnored } = this.#looking
    for (const part of changesOf(lookAtPaths(root, paths, isIgnored, bounds))) this.options.onFiles(part)
    for (const path of paths) this.#hints.add(path)
    if (this.#hints.size <= fewPaths) void this.#then(() => this.#lookAtHints())
  }

  async #lookAtHints(): Promise<void> {
    const paths = this.#hints
    this.#hints = new Set()
    if (paths.size === 0) return
    await lookAgain(paths, { ...this.#looking, scan: (starts) => this.#scan(starts) })
    this.#tellSchema()
  }

  /** One thing after the other, whatever became of the one before. */
  #then(work: () => Promise<void>): Promise<void> {
    this.#work = this.#work
      .then(() => (this.#closed ? undefined : work()))
      .catch((error: unknown) => this.#failed(error))
    return this.#work
  }

  async #ask<T>(question: (store: PostStore, index: PostIndex) => T | Promise<T>): Promise<T> {
    await Promise.all([this.#first.promise, this.#loaded.promise])
    try {
      return await question(this.#index.store, this.#index.posts)
    } catch (error) {
      if (!isDamage(error)) throw error
      await this.#then(() => this.#failed(error))
      return question(this.#index.store, this.#index.posts)
    }
  }

  /** A damaged index is built again; a folder that cannot be read is told, and waited for. */
  async #failed(error: unknown): Promise<void> {
    if (this.#closed) return
    if (isDamage(error)) {
      this.options.onNote(`The index is built again: ${messageOf(error)}`)
      this.#index.replace()
      return this.#scan([''])
    }
    this.#index.posts.batches.flush()
    this.#first.resolve()
    this.options.onProgress({ done: 0, total: 0, finished: true })
    this.options.onFolderState({ available: false, message: messageOf(error) })
  }
}
