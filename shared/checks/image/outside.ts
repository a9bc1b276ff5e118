import { decodedUri } from '../../base/decoded-uri'
import { aliasedPaths, hasUnknownAlias } from '../../site/path-alias'
import { filePart, folderOf, joinPath } from '../../site/post-path'
import { t } from '../../texts/translate'
import type { SiteCheck } from '../site/check'
import type { CheckSite } from '../site/check-site'
import type { PostRecord } from '../site/post-record'
import { withoutSiteTags } from '../site/site-tags'

/** Images outside the site, on the author's disk. */
export const imageOutside: SiteCheck = {
  name: 'image-outside',
  severity: 'error',
  about: t('checks.aboutOutside'),
  inSite: (post, site) =>
    post.images
      .filter(({ target }) => isOutside(target, post, site))
      .map(({ from, to, line, column, target }) => ({
        from,
        to,
        line,
        column,
        message: t('checks.outsideSite', { image: target }),
        detail: t('checks.copyIntoSite'),
      })),
}

/** Whether a reference, resolved from the address of its page, leads to a file next to a page. */
export const isBesidePage = (
  reference: string,
  { address }: PostRecord,
  { posts, files }: CheckSite,
): boolean => {
  const plain = decodedUri(withoutSiteTags(reference).replace(/[?#].*$/s, ''))
  if (!/^(?:\.\.)?\/[^/]/.test(plain) || (plain.startsWith('.') && !address?.endsWith('/'))) return false
  const path = plain.startsWith('/') ? joinPath(plain) : joinPath(address ?? '', plain)
  if (path === null) return false
  const { map } = posts
  return map
    .at(`/${folderOf(path)}/`)
    .filter((page) => map.hasOwnFiles(page))
    .some((page) => files.names(map.folderOfFiles(page))?.has(filePart(path)))
}

const isAliased = (plain: string, { layout }: CheckSite): boolean => aliasedPaths(plain, layout) !== null

/** Whether a reference leads outside the site. */
export const isOutside = (reference: string, post: PostRecord, site: CheckSite): boolean => {
  const plain = reference.trim().replaceAll('\\', '/')
  if (plain.startsWith('~/') && (isAliased(plain, site) || hasUnknownAlias(plain, site.layout))) return false
  if (/^(?:file:|[a-z]:\/)/i.test(plain) || /^\\\\/.test(reference.trim())) return true
  if (/^\/(?:Users|home)\/[^/]+\/|^~\//.test(plain)) return site.image(reference, post).path === null
  return (
    plain.startsWith('../') &&
    joinPath(site.layout.postsFolder, folderOf(post.id), plain) === null &&
    !isBesidePage(plain, post, site) &&
    site.image(reference, post).path === null // a site may put the folder of the post before the name
  )
}
