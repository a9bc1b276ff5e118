import { AppError } from '../../../shared/app-error'
import { dateParts } from '../../../shared/front-matter/dates/dates'
import { styleOf } from '../../../shared/front-matter/edit/apply-bulk'
import { editField } from '../../../shared/front-matter/edit/edit'
import { publishEdit } from '../../../shared/front-matter/edit/publish'
import { parseFrontMatter } from '../../../shared/front-matter/read/parse'
import { commonFields } from '../../../shared/front-matter/schema/common-fields'
import { emptySchema, type SiteSchema } from '../../../shared/front-matter/schema/site-schema'
import type { Edit } from '../../../shared/front-matter/values/types'
import { habitsOf } from '../../../shared/generators/generators'
import { headRulesOf } from '../../../shared/generators/head-rules'
import { lineChanges } from '../../../shared/merge/line-diff'
import type { PostId } from '../../../shared/posts/post'
import { isInDrafts, pathWithDate } from '../../../shared/site/dated-path'
import { pathOfPost } from '../../../shared/site/post-path'

import { dateInPostId } from '../../../shared/site/slug'
import { applyTextChanges } from '../../../shared/text/text-change'
import { t } from '../../../shared/texts/translate'

import { existing, type PlannedRename, planned, type RenameOptions } from './rename-post'
import { type LookedSite, lookAtSite, type SiteLook } from './site-look'

/**
 * Plans another date (YYYY-MM-DD) in the file name of a post, as `planRename` does for its slug. A draft in `_drafts`
 * is published: its flags are switched, and if file names have no dates it gets one in its head. Throws an AppError if
 * the file name has no date or already has this one.
 */
export const planDate = async (
  site: LookedSite,
  id: PostId,
  date: string,
  options: DateOptions = {},
): Promise<PlannedRename> => {
  if (dateParts(date) === null) throw new AppError('bad-name', t('files.notDate', { date }))
  const path = pathOfPost(id, site)
  const look = await lookAtSite(site, options.known)
  const after = pathWithDate(path, date, site, hasDatesInNames(site, look))
  if (after === null) throw new AppError('bad-name', t('files.noDateInName'))
  if (after === path) throw new AppError('bad-name', t('files.sameDate', { date }))
  const { text } = await existing(site, path)
  const isNamed = dateInPostId(after, site) !== ''
  const edited = isInDrafts(path) ? published(text, isNamed ? null : date, site, options.schema) : null
  const renamed = { path, after, ...(edited?.kind === 'changes' ? { head: () => edited.changes } : {}) }
  const done = await planned(site, look, [renamed], options)
  return {
    ...done,
    plan: { ...done.plan, warnings: [...done.plan.warnings, ...warningsOf(text, site, edited, isNamed)] },
  }
}

interface DateOptions extends RenameOptions {
  /** The conventions of the site's fields. */
  readonly schema?: SiteSchema
}

// Jekyll needs the date; otherwise a draft gets one if the site's posts have theirs in their names.
const hasDatesInNames = (site: LookedSite, { map }: SiteLook): boolean => {
  if (site.profile === 'jekyll') return true
  const posts = [...map.pages.keys()].filter((path) => !isInDrafts(path))
  return posts.filter((path) => dateInPostId(path, site) !== '').length * 2 > posts.length
}

/** The edits of a draft's head that publish it; `date` if its name has none. */
const published = (
  text: string,
  date: string | null,
  site: LookedSite,
  schema: SiteSchema | undefined,
): Edit => {
  const rules = { ...(schema ?? emptySchema), ...headRulesOf(site) }
  const flags = publishEdit(text, habitsOf(site).head, rules)
  if (flags.kind === 'refused' || date === null || dateInHead(text, site) !== '') return flags
  const dated = editField(applyTextChanges(text, flags.changes), 'date', date, {
    plainDates: true,
    ...styleOf('date', rules),
  })
  if (dated.kind === 'refused') return dated
  return {
    kind: 'changes',
    changes: lineChanges(text, applyTextChanges(applyTextChanges(text, flags.changes), dated.changes)),
  }
}

const dateInHead = (text: string, site: LookedSite): string => {
  const head = parseFrontMatter(text, undefined, headRulesOf(site).heads)
  return head.kind === 'parsed' ? commonFields(head.data).date : ''
}

const warningsOf = (text: string, site: LookedSite, edited: Edit | null, isNamed: boolean): string[] => {
  const own = dateInHead(text, site)
  return [
    ...(isNamed && own !== '' ? [t('files.ownDate', { date: own })] : []),
    ...(edited?.kind === 'refused'
      ? [t('files.headUnchanged', { reason: edited.reason, line: edited.line })]
      : []),
  ]
}
