import type { MadeWith } from '../generators/generators'
import type { PostId } from '../posts/post'
import { fileNameProblem } from '../site/file-name'
import { filePart, folderOf, nameWithoutExtension } from '../site/post-path'
import { dateInPostId, slugOfPost } from '../site/slug'

/** The id of a post under another slug: extension, date in front and folder stay; a bundle's folder is renamed. */
export const idWithSlug = (id: PostId, slug: string, site: MadeWith): PostId => {
  const isBundle = /^index$/i.test(nameWithoutExtension(filePart(id))) && folderOf(id) !== ''
  const named = isBundle ? folderOf(id) : id
  const name = isBundle ? filePart(named) : nameWithoutExtension(filePart(named))
  const old = slugOfPost(id, site)
  const date = dateInPostId(id, site) === '' ? '' : name.slice(0, name.length - old.length)
  const renamed = date + slug + (isBundle ? '' : filePart(named).slice(name.length))
  const path = folderOf(named) === '' ? renamed : `${folderOf(named)}/${renamed}`
  return isBundle ? `${path}/${filePart(id)}` : path
}

/** The id of a post in another folder (`/` separated, empty for the top); a bundle goes as a whole. */
export const idInFolder = (id: PostId, folder: string): PostId => {
  const isBundle = /^index$/i.test(nameWithoutExtension(filePart(id))) && folderOf(id) !== ''
  const tail = isBundle ? `${filePart(folderOf(id))}/${filePart(id)}` : filePart(id)
  return folder === '' ? tail : `${folder}/${tail}`
}

/** Why a slug cannot be the name of a file on every disk; null when it can. */
export const slugProblem = (slug: string): string | null => {
  if (slug.trim() === '') return 'A slug needs at least one letter or digit.'
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that no name may hold
  if (/[\\/:*?"<>|\u0000-\u001f]/.test(slug)) return 'A slug cannot hold \\ / : * ? " < > or |.'
  if (/^[.\s]|[.\s]$/.test(slug)) return 'A slug cannot start or end with a dot or a space.'
  if (slug.length > 120) return 'This slug is too long for a file name.'
  return fileNameProblem(slug)
}
