import { findingsOf } from '../../../shared/checks/check-post'
import type { Finding, PostFindings } from '../../../shared/checks/findings/finding'
import { checkSite } from '../../../shared/checks/site/check-site'
import type { PostRecord } from '../../../shared/checks/site/post-record'
import type { PostId } from '../../../shared/posts/post'
import { SiteSettings } from '../index/site-settings'
import { lintRulesOf } from './lint-rules'
import { otherAddresses } from './other-addresses'
import { type ReadFolderOptions, readFolder } from './read-folder'
import { siteFiles } from './site-files'

/** The result of checking a whole site. */
export interface CheckedFolder {
  /** All posts in the order of their ids, including those without findings. */
  readonly posts: readonly PostFindings[]
  /** Files that could not be checked, and errors in the site's settings. */
  readonly problems: readonly string[]
  /** Posts and folders, which end with a slash, that were not checked because Git ignores them. */
  readonly ignored: readonly string[]
}

export interface CheckFolderOptions extends ReadFolderOptions {
  readonly now?: number
  /** Checks links to other sites. */
  readonly checkLinks?: (posts: readonly PostRecord[]) => Promise<ReadonlyMap<PostId, readonly Finding[]>>
}

/** Checks all posts of a site, reading each file once. */
export const checkFolder = async (options: CheckFolderOptions): Promise<CheckedFolder> => {
  const { site, now = Date.now() } = options
  const settings = new SiteSettings(site.root)
  const problems = settings.problems().map(({ message }) => message)
  const lint = await lintRulesOf(site.root, site.postsRoot)
  if (lint.kind === 'unreadable') problems.push(lint.message)
  const read = await readFolder({ ...options, looksForImages: true, isLinted: lint.kind === 'rules' })
  const around = checkSite(
    {
      layout: site,
      schema: settings.applied(read.schema),
      posts: read.posts,
      files: siteFiles(site.root),
      isElsewhere: otherAddresses(site).has,
      now,
      isComplete: true,
    },
    (id) => read.images.get(id),
  )
  const severities = settings.severities()
  const outside = await options.checkLinks?.([...read.posts.all()])
  const checked = (id: PostId): PostFindings[] => {
    const record = read.posts.get(id)
    return record ? [{ id, findings: findingsOf(record, around, severities, outside?.get(id)) }] : []
  }
  return {
    posts: read.ids.flatMap(checked),
    problems: [...problems, ...read.problems],
    ignored: read.ignored,
  }
}
