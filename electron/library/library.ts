import type { Page } from '../../shared/addresses/rules/page'
import type { LinkExample } from '../../shared/addresses/spelling/link-spelling'
import { messageOf } from '../../shared/app-error'
import { deferred } from '../../shared/base/deferred'
import { emptySchema, type SiteSchema } from '../../shared/front-matter/schema/site-schema'
import type { IgnoredPosts } from '../../shared/ipc/library-calls'
import type { PostId, PostSummary } from '../../shared/posts/post'
import type { Backlink, QuickOpenHit, SearchRequest, SearchResult } from '../../shared/posts/post-search'
import type { PostReference } from '../../shared/references/post-references'
import { createSlices } from './files/slices'
import { textOfPost } from './files/text-of-post'
import type { WalkProblem } from './files/walk-posts'
import type { FolderWatch } from './files/watch-folder'
import { isDamage } from './index/database'
import { LibraryIndex } from './index/library-index'
import { firstPage, ListForWindow, nextPage } from './index/list-for-window'
import type { PostIndex } from './index/post-index'
import { readersOf } from './index/post-reader'
import type { PostStore } from './index/post-store'
import { SiteSettings } from './index/site-settings'
import { followFolder } from './scan/follow-folder'
import { fewPaths, lookAgain } from './scan/look-again'
import { changesOf, lookAtPaths } from './scan/look-at-paths'
import { boundsOf, type LibraryOptions } from './scan/options'
import { scan } from './scan/scan'
import { Unlisted } from './scan/unlisted'
import { backlinksOf, postsMeant } from './search/backlinks'
import { linkExampleOf } from './search/link-example'
import { createNewestOnly } from './search/newest-only'
import { quickOpen } from './search/quick-open'
import { searchPosts } from './search/search-posts'

/** Opens the library of a site. The list is available at once; what it lacks follows in batches. */
export const createLibrary = (options: LibraryOptions): Library => new Library(options)

/** The posts of one folder: their list, schema and searches. */
export class Library {
  private readonly unlisted: Unlisted
  private readonly settings: SiteSettings
  private readonly startSearch = createNewestOnly()
  private readonly index: LibraryIndex
  private watch: FolderWatch | null = null
  private watchStarted: Promise<void> = Promise.resolve()
  private closed = false
  private scanning = 0
  private hints = new Set<string>()
  private work: Promise<void>
  private readonly first = deferred<void>()
  /** Resolves when the last known list is loaded or, in a new folder, the first rows are. */
  private readonly loaded = deferred<void>()
  private readonly listForWindow: ListForWindow

  constructor(private readonly options: LibraryOptions) {
    const { databaseFile, site, onPosts, onNote } = options
    this.settings = new SiteSettings(site.root, (problems) => {
      options.onSettings(problems)
      options.onSchema(this.schemaNow())
    })
    this.unlisted = new Unlisted(options)
    this.index = new LibraryIndex({ databaseFile, site, onPosts, onNote, now: this.now })
    if (options.listFirst) this.index.posts.batches.hold()
    this.listForWindow = new ListForWindow({
      isAwaited: options.listFirst === true,
      shown: (ids) => ids.flatMap((id) => this.index.posts.known.shown(id, this.now()) ?? []),
      send: (changed) => options.onPosts({ changed, removed: [], reset: false }),
      onError: (error) => onNote(messageOf(error)),
    })
    this.work = this.load(this.index.warm)
      .finally(this.loaded.resolve)
      .then(() => this.scan(['']))
      .then(() => this.settings.follow())
      .catch((error: unknown) => this.failed(error))
    if (options.watch !== false) this.watchStarted = this.startWatching()
  }

  /** The newest posts, as soon as there are some; the others follow in batches. */
  async list(): Promise<readonly PostSummary[]> {
    await this.first.promise
    return this.listForWindow.first(this.index.posts.list())
  }

  /** The window has drawn the folder: deferred work continues. */
  readonly windowAtRest = (): void => this.listForWindow.rest()

  /** The schema of the posts read so far, or of all posts. */
  async schema(whole = false): Promise<SiteSchema> {
    await (whole ? this.work : this.first.promise)
    return this.schemaNow()
  }

  /** Finds posts; a new search cancels the previous one. */
  search(request: SearchRequest): Promise<SearchResult> {
    const pause = this.startSearch()
    return this.ask((store, index) =>
      searchPosts(request, {
        known: index.known,
        store,
        read: ({ summary }) => textOfPost(this.options.site, summary.id),
        now: this.now,
        pause,
      }),
    )
  }

  quickOpen(typed: string, limit: number): Promise<readonly QuickOpenHit[]> {
    return this.ask((store, index) => quickOpen(typed, limit, index.known, store))
  }

  /** The posts that link to a post, by any of the names it has. */
  readonly backlinks = (id: PostId): Promise<readonly Backlink[]> =>
    this.ask((store, index) => backlinksOf(id, index.known, store))

  readonly linkExample = (): Promise<LinkExample | null> =>
    this.ask((store, index) => linkExampleOf(index.known, store, createSlices()))

  /** The posts that references of a post lead to; null for a reference that leads to none. */
  linkTargets(from: PostId, references: readonly PostReference[]): Promise<readonly (PostId | null)[]> {
    return this.ask((_store, { known }) => postsMeant(references, from, known))
  }

  /** All posts as pages of their site. */
  readonly pages = (): Promise<readonly Page[]> =>
    this.ask((_store, { known }) => Array.from(known.all(), ({ page }) => page))

  /** The posts with a reference that ends in one of these names. */
  naming(names: readonly string[]): Promise<readonly PostId[]> {
    return this.ask((store, { known }) =>
      store.naming(names).flatMap((row) => known.ofRow(row)?.summary.id ?? []),
    )
  }

  /** Folders and files that could not be read. */
  readonly problems = (): readonly WalkProblem[] => [...this.unlisted.problems(), ...this.settings.problems()]

  readonly ignoredPosts = (): IgnoredPosts => this.unlisted.ignored()

  /** Lists posts that Git ignores, or leaves them out. */
  showIgnored(shown: boolean): Promise<void> {
    this.unlisted.show(shown)
    return this.refresh()
  }

  /** Scans everything, or these paths inside the folder; resolves when the list is up to date. */
  refresh(paths?: readonly string[]): Promise<void> {
    if (paths) this.pathsChanged(new Set(paths))
    return this.inTurn(() => (paths ? this.lookAtHints() : this.scan([''])))
  }

  /** Resolves when all further changes to the folder are noticed. */
  async watching(): Promise<void> {
    await this.watchStarted
    await this.watch?.ready()
  }

  /** Stops reading; posts read so far stay, the others are read at the next scan. */
  cancelScan(): void {
    this.scanning += 1
  }

  /** Resolves when all scans requested so far are done. */
  readonly settled = (): Promise<void> => this.work

  async close(): Promise<void> {
    this.closed = true
    this.listForWindow.close()
    await this.watch?.close()
    await this.work
    this.index.store.close()
  }

  private readonly now = (): number => this.options.now?.() ?? Date.now()

  /** Loads the posts from the index, the newest first. */
  private async load(warm: boolean): Promise<void> {
    if (!warm) return
    await this.index.posts.loadPosts(firstPage, nextPage, () => {
      this.first.resolve()
      return this.listForWindow.atRest
    })
    const schema = this.index.store.schema()
    if (schema) this.options.onSchema(this.settings.applied(schema))
    await this.index.posts.loadFacts(nextPage)
  }

  /** The options of every scan. */
  private get looking() {
    const { site } = this.options
    const { posts: index, store } = this.index
    return { root: site.postsRoot, bounds: boundsOf(site), isIgnored: this.unlisted.isIgnored, index, store }
  }

  private async scan(starts: readonly string[]): Promise<void> {
    const mine = this.scanning
    const before = this.index.posts.known.size
    const walk = await scan(starts, {
      ...this.looking,
      onProgress: this.options.onProgress,
      now: this.now,
      ...readersOf(this.options),
      onFirst: () => {
        this.first.resolve()
        if (before === 0) this.options.onSchema(this.settings.applied(this.index.posts.schema()))
      },
      windowAtRest: () => this.listForWindow.atRest,
      isCancelled: () => this.closed || mine !== this.scanning,
    })
    await Promise.all([this.unlisted.take(starts, walk), this.tellSchema()]) // counting may take a while
    if (this.closed || mine !== this.scanning) return
    if (starts.includes('')) this.index.store.complete()
    await this.index.store.vocabulary.prepare(createSlices())
  }

  private tellSchema(): void {
    const schema = this.index.posts.schema()
    this.index.store.keepSchema(schema)
    this.index.store.commit()
    this.options.onSchema(this.settings.applied(schema))
    const summaries = Array.from(this.index.posts.known.all(), ({ summary }) => summary)
    this.options.onLooked?.(summaries, schema)
  }

  private schemaNow(): SiteSchema {
    const schema = this.index.posts.schema()
    return this.settings.applied(schema.posts > 0 ? schema : (this.index.store.schema() ?? emptySchema))
  }

  /** Starts after the window has drawn: loading the watcher takes as long as the first rows, and it scans everything. */
  private async startWatching(): Promise<void> {
    await this.listForWindow.atRest
    if (this.closed) return
    this.watch = followFolder(
      this.options,
      {
        onPaths: (paths) => this.pathsChanged(paths),
        onSettled: () => void this.inTurn(() => this.lookAtHints()),
        onPulse: () => this.lookOutside(),
      },
      () => void this.refresh(),
      () => this.closed,
    )
  }

  /** Checks the files at the root of the site, which is not watched. */
  private lookOutside(): void {
    this.settings.follow()
    if (this.unlisted.rulesChanged()) void this.refresh()
  }

  private pathsChanged(paths: ReadonlySet<string>): void {
    if (this.unlisted.rulesChanged(paths)) void this.refresh()
    const { root, bounds, isIgnored } = this.looking
    for (const part of changesOf(lookAtPaths(root, paths, isIgnored, bounds))) this.options.onFiles(part)
    for (const path of paths) this.hints.add(path)
    if (this.hints.size <= fewPaths) void this.inTurn(() => this.lookAtHints())
  }

  private async lookAtHints(): Promise<void> {
    const paths = this.hints
    this.hints = new Set()
    if (paths.size === 0) return
    await this.unlisted.lookAt(paths)
    await lookAgain(paths, { ...this.looking, scan: (starts) => this.scan(starts) })
    this.tellSchema()
  }

  /** Runs work one after the other, even if the previous work failed. */
  private inTurn(work: () => Promise<void>): Promise<void> {
    this.work = this.work
      .then(() => (this.closed ? undefined : (this.options.asForeground?.(work) ?? work())))
      .catch((error: unknown) => this.failed(error))
    return this.work
  }

  private async ask<T>(question: (store: PostStore, index: PostIndex) => T | Promise<T>): Promise<T> {
    await Promise.all([this.first.promise, this.loaded.promise])
    try {
      return await question(this.index.store, this.index.posts)
    } catch (error) {
      if (!isDamage(error)) throw error
      await this.inTurn(() => this.failed(error))
      return question(this.index.store, this.index.posts)
    }
  }

  /** Rebuilds a damaged index; reports a folder that cannot be read, and waits for it. */
  private async failed(error: unknown): Promise<void> {
    if (this.closed) return
    if (isDamage(error)) {
      this.options.onNote(`The index is built again: ${messageOf(error)}`)
      this.index.replace()
      return this.scan([''])
    }
    this.index.posts.batches.flush()
    this.first.resolve()
    this.options.onProgress({ done: 0, total: 0, finished: true })
    this.options.onFolderState({ available: false, message: messageOf(error) })
  }
}
