import { createSchemaBuilder, type SchemaBuilder } from '../../../shared/front-matter/schema/infer'
import type { SiteSchema } from '../../../shared/front-matter/schema/site-schema'
import { type HeadRules, headRulesOf } from '../../../shared/generators/head-rules'
import type { PostsChanged } from '../../../shared/ipc/library-calls'
import type { PostId } from '../../../shared/posts/post'
import type { SiteLayout } from '../../../shared/site/site-layout'
import { createSlices } from '../files/slices'
import type { PostFile } from '../files/walk-posts'
import { KnownPosts } from './known-posts'
import { PostBatches } from './post-batches'
import { type ReadPost, readPostFile } from './post-reader'
import type { PostStore } from './post-store'
import { factsOfText, type Listed } from './stored-post'

export interface PostIndexOptions {
  readonly postsRoot: string
  readonly site: SiteLayout
  readonly now: () => number
  readonly onPosts: (batch: PostsChanged) => void
}

/** Adds and removes posts, and keeps tables, memory, schema and list in sync. */
export class PostIndex {
  readonly known: KnownPosts
  readonly batches: PostBatches
  private readonly builder: SchemaBuilder
  private readonly rules: HeadRules

  constructor(
    private readonly store: PostStore,
    private readonly options: PostIndexOptions,
  ) {
    this.rules = headRulesOf(options.site)
    this.builder = createSchemaBuilder(this.rules)
    this.known = new KnownPosts(options.site)
    this.batches = new PostBatches(this.known, options.now, options.onPosts)
  }

  schema(): SiteSchema {
    return { ...this.builder.schema(), ...this.rules }
  }

  /** The current posts, the newest first; later changes are sent as batches. */
  list(): readonly PostId[] {
    this.batches.release()
    return this.known.newestFirst()
  }

  /** Loads the posts from the tables, the newest first; awaits `onFirst` after the first page. */
  async loadPosts(firstPage: number, nextPage: number, onFirst: () => Promise<void>): Promise<void> {
    const pause = createSlices()
    let isFirst = true
    for (const page of this.store.pages(firstPage, nextPage)) {
      for (const post of page) this.batches.change(this.known.put(post))
      this.batches.flush()
      await (isFirst ? onFirst() : pause())
      isFirst = false
    }
  }

  /** Loads the facts of the posts from the tables into the schema. */
  async loadFacts(atOnce: number): Promise<void> {
    const pause = createSlices()
    for (const page of this.store.facts(atOnce)) {
      for (const { id, facts } of page) this.builder.add(id, facts)
      await pause()
    }
  }

  /** Whether a file has changed since it was last read. */
  isNew({ id, size, modifiedMs, changedMs }: PostFile): boolean {
    const known = this.known.get(id)
    if (known === undefined) return true
    const { summary } = known
    return summary.size !== size || summary.modifiedMs !== modifiedMs || known.changedMs !== changedMs
  }

  /** Reads and indexes a file. */
  read(file: PostFile): void {
    const { postsRoot, site, now } = this.options
    this.take(file, readPostFile(postsRoot, file, site, now()))
  }

  /** Indexes a file that was read. */
  take(file: PostFile, post: ReadPost): void {
    if (!post) {
      this.remove(file.id)
      return
    }
    const before = this.known.get(file.id)
    if (before && post.revision !== '' && this.store.revision(before.row) === post.revision) {
      const { modifiedMs, changedMs } = file
      const touched = { ...before, summary: { ...before.summary, modifiedMs }, changedMs }
      this.store.touch(touched)
      this.batches.change(this.known.put(touched))
      return
    }
    const listed = JSON.parse(post.listed) as Listed
    const row = this.store.put(post, listed.summary, before?.row ?? null)
    this.batches.change(this.known.put({ row, ...listed }))
    if (post.facts === null) this.builder.remove(file.id)
    else this.builder.add(file.id, factsOfText(post.facts))
  }

  remove(id: PostId): void {
    const post = this.known.get(id)
    if (!post) return
    this.store.remove(post.row)
    this.builder.remove(id)
    this.batches.remove(id, this.known.remove(id))
  }
}
