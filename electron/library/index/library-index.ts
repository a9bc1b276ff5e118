import { messageOf } from '../../../shared/app-error'
import type { PostsChanged } from '../../../shared/ipc/library-calls'
import type { SiteLayout } from '../../../shared/site/site-layout'
import { openLibraryDatabase, removeLibraryDatabase } from './database'
import { PostIndex, type PostIndexOptions } from './post-index'
import { PostStore } from './post-store'

export interface LibraryIndexOptions {
  readonly databaseFile: string
  readonly site: PostIndexOptions['site'] & { readonly postsRoot: string }
  readonly now: () => number
  readonly onPosts: (batch: PostsChanged) => void
  readonly onNote: (note: string) => void
}

/** What is known of the posts, in memory and on the disk, always replaced together. */
export class LibraryIndex {
  /** On the disk. */
  store!: PostStore
  /** In memory. */
  posts!: PostIndex
  /** Whether the index existed before. */
  readonly warm: boolean

  constructor(private readonly options: LibraryIndexOptions) {
    this.warm = this.open()
  }

  /** Replaces a damaged index with an empty one. */
  replace(): void {
    try {
      this.store.close()
    } catch (error) {
      this.options.onNote(messageOf(error)) // closing a damaged database reports the damage again
    }
    removeLibraryDatabase(this.options.databaseFile)
    this.open()
  }

  private open(): boolean {
    const { databaseFile, site, now, onPosts, onNote } = this.options
    const { db, warm, note } = openLibraryDatabase(databaseFile, layoutOf(site))
    if (note !== null) onNote(note)
    this.store = new PostStore(db, warm)
    this.posts = new PostIndex(this.store, { postsRoot: site.postsRoot, site, now, onPosts })
    this.posts.batches.reset()
    return warm
  }
}

/** Everything that determines the addresses of posts and the targets of their references. */
const layoutOf = (site: SiteLayout): string =>
  JSON.stringify([
    site.profile,
    site.postsFolder,
    site.publicFolders,
    site.basePath,
    site.address,
    site.addresses,
  ])
