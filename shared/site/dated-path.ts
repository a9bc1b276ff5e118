import { habitsOf, type MadeWith } from '../generators/generators'
import { filePart, folderOf, nameWithoutExtension } from './post-path'

/** Whether the folder of a post is one of drafts, beside that of the posts that are shown. */
export const isInDrafts = (path: string): boolean => /(?:^|\/)_drafts\//.test(path)

/**
 * The path of a post with another date (YYYY-MM-DD) in its file name, or in its folder's for a bundle; a draft of
 * `_drafts` goes to `_posts`. Null where the site has no dates in names, or this post has none.
 */
export const pathWithDate = (path: string, date: string, site: MadeWith): string | null => {
  if (!habitsOf(site).fileName.dated) return null
  const isBundle = /^index$/i.test(nameWithoutExtension(filePart(path))) && folderOf(path) !== ''
  const named = isBundle ? folderOf(path) : path
  const [, before = '', mark = '-', rest = ''] =
    /^(?:(\d{4}-\d{1,2}-\d{1,2})([-_]))?(.*)$/s.exec(filePart(named)) ?? []
  const drafts = isInDrafts(path)
  if (before === '' && !drafts) return null
  const folder = drafts ? folderOf(named).replace(/(^|\/)_drafts(?=\/|$)/, '$1_posts') : folderOf(named)
  const moved = `${folder === '' ? '' : `${folder}/`}${date}${mark || '-'}${rest}`
  return isBundle ? `${moved}/${filePart(path)}` : moved
}
