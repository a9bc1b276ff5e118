import { habitsOf, type MadeWith } from '../generators/generators'
import { splitDatedName } from './dated-name'
import { filePart, folderOf, nameWithoutExtension } from './post-path'

/** Whether the folder of a post is one of drafts, beside that of the posts that are shown. */
export const isInDrafts = (path: string): boolean => /(?:^|\/)_drafts\//.test(path)

/**
 * The path of a post with another date (YYYY-MM-DD) in its file name, or in its folder's for a bundle; a draft of
 * `_drafts` goes to `_posts`, with the date where the site has dates in names and `draftsGetOne`. Null for another post
 * whose name has none.
 */
export const pathWithDate = (
  path: string,
  date: string,
  site: MadeWith,
  draftsGetOne = true,
): string | null => {
  const { dated } = habitsOf(site).fileName
  if (!dated && !isInDrafts(path)) return null
  const isBundle = /^index$/i.test(nameWithoutExtension(filePart(path))) && folderOf(path) !== ''
  const named = isBundle ? folderOf(path) : path
  const {
    date: before,
    mark,
    rest,
  } = splitDatedName(filePart(named)) ?? {
    date: '',
    mark: '-',
    rest: filePart(named),
  }
  const drafts = isInDrafts(path)
  if (before === '' && !drafts) return null
  const folder = drafts ? folderOf(named).replace(/(^|\/)_drafts(?=\/|$)/, '$1_posts') : folderOf(named)
  const name =
    before !== '' && !dated
      ? filePart(named)
      : before !== '' || (dated && draftsGetOne)
        ? `${date}${mark}${rest}`
        : rest
  const moved = folder === '' ? name : `${folder}/${name}`
  return isBundle ? `${moved}/${filePart(path)}` : moved
}
