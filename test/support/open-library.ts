import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createLibrary, type Library } from '../../electron/library/library'
import type { FileChange, LibraryOptions } from '../../electron/library/scan/options'
import type { SiteSchema } from '../../shared/front-matter/schema/site-schema'
import type { GeneratorId } from '../../shared/generators/shape/generator-id'
import type { IgnoredPosts, LibraryProgress, PostsChanged } from '../../shared/ipc/library-calls'
import type { PostSummary } from '../../shared/posts/post'

/** A library of a folder, and everything it has reported; `posts` is kept up to date as in the window. */
export interface OpenedLibrary {
  readonly library: Library
  readonly posts: Map<string, PostSummary>
  readonly batches: PostsChanged[]
  readonly progress: LibraryProgress[]
  readonly files: FileChange[]
  readonly notes: string[]
  readonly states: { readonly available: boolean; readonly message: string }[]
  readonly schemas: SiteSchema[]
  readonly settings: (readonly { readonly message: string }[])[]
  readonly ignored: IgnoredPosts[]
  /** Waits until a condition on the reports is true; throws with `what` after some time. */
  readonly until: (condition: () => boolean, what: string) => Promise<void>
}

/** The site of a plain folder of posts. */
export const plainSite = (folder: string, profile: GeneratorId = 'plain') => ({
  profile,
  root: folder,
  postsRoot: folder,
  postsFolder: '.',
  publicFolders: ['.'],
  imageFolders: [],
  basePath: '',
  address: null,
})

/** Opens a library of a real folder, with its index beside that. */
export const openLibrary = (folder: string, options: Partial<LibraryOptions> = {}): OpenedLibrary => {
  const posts = new Map<string, PostSummary>()
  const batches: PostsChanged[] = []
  const progress: LibraryProgress[] = []
  const files: FileChange[] = []
  const notes: string[] = []
  const states: { available: boolean; message: string }[] = []
  const schemas: SiteSchema[] = []
  const ignored: IgnoredPosts[] = []
  const settings: (readonly { readonly message: string }[])[] = []
  const library = createLibrary({
    site: plainSite(folder),
    databaseFile: `${folder}-index/posts.sqlite`,
    watch: false,
    onPosts: (batch) => {
      batches.push(batch)
      if (batch.reset) posts.clear()
      for (const id of batch.removed) posts.delete(id)
      for (const post of batch.changed) posts.set(post.id, post)
    },
    onProgress: (told) => progress.push(told),
    onSchema: (schema) => schemas.push(schema),
    onIgnored: (count) => ignored.push(count),
    onSettings: (problems) => settings.push(problems),
    onFiles: (changes) => files.push(...changes),
    onFolderState: (state) => states.push(state),
    onNote: (note) => notes.push(note),
    ...options,
  })
  const until = async (condition: () => boolean, what: string) => {
    for (let tries = 0; !condition(); tries++) {
      if (tries > 10_000) throw new Error(`Waited in vain until ${what}. Notes: ${notes.join('; ')}`)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
  return { library, posts, batches, progress, files, notes, states, schemas, settings, ignored, until }
}

/** Writes posts, given as texts by path. */
export const writePosts = (folder: string, posts: Readonly<Record<string, string>>): void => {
  for (const [id, text] of Object.entries(posts)) {
    mkdirSync(dirname(join(folder, id)), { recursive: true })
    writeFileSync(join(folder, id), text)
  }
}

/** A post with a head. */
export const postWith = (head: Readonly<Record<string, unknown>>, body = 'Some text.'): string =>
  `---\n${Object.entries(head)
    .map(([key, value]) => `${key}: ${JSON.stringify(value)}`)
    .join('\n')}\n---\n\n${body}\n`
