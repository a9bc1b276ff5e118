import { habitsOf, type MadeWith } from '../generators/generators'
import { splitDatedName } from './dated-name'
import { filePart, folderOf, nameWithoutExtension } from './post-path'

/** Whether a post is in a `_drafts` folder. */
export const isInDrafts = (path: string): boolean => /(?:^|\/)_drafts\//.test(path)

/**
 * The path of a post with another date (YYYY-MM-DD) in its file name, or for a bundle in its folder name. A
 * draft moves from `_drafts` to `_posts`, and gets a date if the site has dates in names and `draftsGetOne`
 * is set. Null for other posts without a date in the name.
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
