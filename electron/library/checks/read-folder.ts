import { CheckedPosts } from '../../../shared/checks/site/checked-posts'
import type { FoundImages } from '../../../shared/checks/site/find-image'
import { createSchemaBuilder } from '../../../shared/front-matter/schema/infer'
import type { SiteSchema } from '../../../shared/front-matter/schema/site-schema'
import { headRulesOf } from '../../../shared/generators/head-rules'
import { featuresFor } from '../../../shared/generators/markdown-features'
import type { MarkdownChoice } from '../../../shared/markdown/options/features'
import type { PostId } from '../../../shared/posts/post'
import { ignoreRulesOf } from '../files/ignore-rules'
import { type Walk, walkPosts } from '../files/walk-posts'
import type { LibrarySite } from '../scan/options'
import { readRecords, type StartRecordReader, startRecordReaderHere } from './record-reader'
import { layoutOf } from './what-counts'

export interface ReadFolderOptions {
  readonly site: LibrarySite & { readonly markdown?: MarkdownChoice }
  /** Starts threads if there are many posts. */
  readonly startThreads?: () => Promise<StartRecordReader>
  /** The site has markdownlint rules. */
  readonly isLinted?: boolean
  readonly signal?: AbortSignal | undefined
  /** Also looks for the images that the posts name. */
  readonly looksForImages?: boolean
}

/** All posts of a site, parsed once. */
export interface ReadFolder {
  /** In order. */
  readonly ids: readonly PostId[]
  readonly posts: CheckedPosts
  readonly schema: SiteSchema
  /** Those of each post, where they were looked for. */
  readonly images: ReadonlyMap<PostId, FoundImages>
  /** Files that could not be read. */
  readonly problems: readonly string[]
  /** Posts and folders, which end with a slash, that were left out because Git ignores them. */
  readonly ignored: readonly string[]
}

/** Fewer posts are read in about the time that a thread takes to start and to become fast. */
const fewPosts = 2000
/** The same if each post is also checked by the site's markdownlint rules, which take most of the time. */
const fewSlowPosts = 100

/** Reads all posts of a site, each file once. */
export const readFolder = async (options: ReadFolderOptions): Promise<ReadFolder> => {
  const { site, signal, looksForImages = false, isLinted = false } = options
  const walk = walkAll(site)
  const ids = walk.files.map(({ id }) => id).sort()
  const rules = { layout: layoutOf(site), features: featuresFor(site, site.markdown) }
  const isQuick = ids.length < (isLinted ? fewSlowPosts : fewPosts)
  const start = isQuick ? startRecordReaderHere : await threads(options)
  const reader = start({
    root: site.root,
    postsRoot: site.postsRoot,
    rules,
    looksForImages,
  })
  const posts = new CheckedPosts(site)
  const images = new Map<PostId, FoundImages>()
  const headRules = headRulesOf(site)
  const schema = createSchemaBuilder(headRules)
  const problems = walk.problems.map(({ message }) => message)
  try {
    for await (const records of readRecords(reader, ids, () => signal?.aborted ?? false))
      for (const read of records) {
        if (read.kind === 'failed') {
          problems.push(read.message)
          continue
        }
        posts.enter(read.record)
        if (read.images) images.set(read.record.id, read.images)
        if (read.facts) schema.add(read.record.id, read.facts)
      }
  } finally {
    reader.close()
  }
  return { ids, posts, images, schema: { ...schema.schema(), ...headRules }, problems, ignored: walk.ignored }
}

const threads = async ({ startThreads }: ReadFolderOptions): Promise<StartRecordReader> =>
  startThreads ? startThreads() : startRecordReaderHere

const walkAll = (site: LibrarySite): Walk => {
  const steps = walkPosts(site.postsRoot, ignoreRulesOf(site))
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}
