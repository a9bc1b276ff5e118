import { AppError } from '../../../shared/app-error'
import { dateParts } from '../../../shared/front-matter/dates/dates'
import { parseFrontMatter } from '../../../shared/front-matter/read/parse'
import { commonFields } from '../../../shared/front-matter/schema/common-fields'
import type { PostId } from '../../../shared/posts/post'
import { pathWithDate } from '../../../shared/site/dated-path'
import { pathOfPost } from '../../../shared/site/post-path'
import { existing, type PlannedRename, planned, type RenameOptions } from './rename-post'
import { type LookedSite, lookAtSite } from './site-look'

/**
 * What another date (YYYY-MM-DD) in the file name of a post would change, as `planRename` does for its slug; a draft of
 * `_drafts` is published by it. Throws an AppError where the file name has no date, or has this one.
 */
export const planDate = async (
  site: LookedSite,
  id: PostId,
  date: string,
  options: RenameOptions = {},
): Promise<PlannedRename> => {
  if (dateParts(date) === null) throw new AppError('bad-name', `${date} is no date.`)
  const path = pathOfPost(id, site)
  const after = pathWithDate(path, date, site)
  if (after === null) throw new AppError('bad-name', 'The file name of this post has no date.')
  if (after === path) throw new AppError('bad-name', `The date is ${date} already.`)
  const { text } = await existing(site, path)
  const done = await planned(site, await lookAtSite(site, options.known), [{ path, after }], options)
  const head = parseFrontMatter(text)
  const own = head.kind === 'parsed' ? commonFields(head.data).date : ''
  if (own === '') return done
  const warning = `The front matter has a date of its own (${own}), which the site goes by.`
  return { ...done, plan: { ...done.plan, warnings: [...done.plan.warnings, warning] } }
}
