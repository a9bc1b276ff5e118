import { findingsOf } from '../../../shared/checks/check-post'
import type { PostFindings } from '../../../shared/checks/findings/finding'
import { checkSite } from '../../../shared/checks/site/check-site'
import { CheckedPosts } from '../../../shared/checks/site/checked-posts'
import { createSchemaBuilder } from '../../../shared/front-matter/schema/infer'
import { headRulesOf } from '../../../shared/generators/head-rules'
import { featuresFor } from '../../../shared/generators/markdown-features'
import type { MarkdownChoice } from '../../../shared/markdown/options/features'
import type { PostId } from '../../../shared/posts/post'
import { ignoreRulesOf } from '../files/ignore-rules'
import { type Walk, walkPosts } from '../files/walk-posts'
import { SiteSettings } from '../index/site-settings'
import type { LibrarySite } from '../scan/options'
import { lintRulesOf } from './lint-rules'
import { readRecords, type StartRecordReader, startRecordReaderHere } from './record-reader'
import { siteFiles } from './site-files'

/** A whole site, checked once. */
export interface CheckedFolder {
  /** The posts in the order of their ids; those without a finding too. */
  readonly posts: readonly PostFindings[]
  /** What could not be looked at, and what is wrong in the site's own settings. */
  readonly problems: readonly string[]
  /** Posts and folders, which end with a slash, that were not checked because Git ignores them. */
  readonly ignored: readonly string[]
}

export interface CheckFolderOptions {
  readonly site: LibrarySite & { readonly markdown?: MarkdownChoice }
  /** Starts threads where there are many posts. */
  readonly startThreads?: () => Promise<StartRecordReader>
  readonly now?: number
  readonly signal?: AbortSignal | undefined
}

/** Fewer are read before a thread has started. */
const fewPosts = 800

/** Checks all posts of a site; one look at each file. */
export const checkFolder = async (options: CheckFolderOptions): Promise<CheckedFolder> => {
  const { site, now = Date.now(), signal } = options
  const walk = walkAll(site)
  const ids = walk.files.map(({ id }) => id).sort()
  const settings = new SiteSettings(site.root)
  const rules = { layout: site, features: featuresFor(site, site.markdown) }
  const start = ids.length < fewPosts ? startRecordReaderHere : await threads(options)
  const reader = start({ root: site.root, postsRoot: site.postsRoot, rules: plainRules(rules) })
  const posts = new CheckedPosts(site)
  const headRules = headRulesOf(site)
  const schema = createSchemaBuilder(headRules)
  const problems = [...walk.problems, ...settings.problems()].map(({ message }) => message)
  const lint = await lintRulesOf(site.root, site.postsRoot)
  if (lint.kind === 'unreadable') problems.push(lint.message)
  try {
    for await (const records of readRecords(reader, ids, () => signal?.aborted ?? false))
      for (const read of records) {
        if (read.kind === 'failed') {
          problems.push(read.message)
          continue
        }
        posts.put(read.record)
        if (read.facts) schema.add(read.record.id, read.facts)
      }
  } finally {
    reader.close()
  }
  const files = siteFiles(site.root)
  const around = checkSite({
    layout: site,
    schema: settings.applied({ ...schema.schema(), ...headRules }),
    posts,
    files,
    now,
    isComplete: true,
  })
  const severities = settings.severities()
  const checked = (id: PostId): PostFindings[] => {
    const record = posts.get(id)
    return record ? [{ id, findings: findingsOf(record, around, severities) }] : []
  }
  return { posts: ids.flatMap(checked), problems, ignored: walk.ignored }
}

const threads = async ({ startThreads }: CheckFolderOptions): Promise<StartRecordReader> =>
  startThreads ? startThreads() : startRecordReaderHere

const walkAll = (site: LibrarySite): Walk => {
  const steps = walkPosts(site.postsRoot, ignoreRulesOf(site))
  let step = steps.next()
  while (!step.done) step = steps.next()
  return step.value
}

/** What of the rules a thread needs, without what cannot be sent to one. */
const plainRules = ({ layout, features }: Parameters<StartRecordReader>[0]['rules']) => {
  const { profile, habits, postsFolder, publicFolders, imageFolders, basePath, address } = layout
  return {
    layout: { profile, habits, postsFolder, publicFolders, imageFolders, basePath, address },
    features,
  }
}
