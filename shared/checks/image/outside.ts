import { aliasedPaths, hasUnknownAlias } from '../../site/path-alias'
import { folderOf, joinPath } from '../../site/post-path'
import { t } from '../../texts/translate'
import type { SiteCheck } from '../site/check'
import type { CheckSite } from '../site/check-site'
import type { PostRecord } from '../site/post-record'

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

/** Whether a reference, resolved from the address of its page, leads to a file next to another page. */
export const isOfAnotherPage = (
  reference: string,
  { address, page }: PostRecord,
  site: CheckSite,
): boolean => {
  if (!reference.startsWith('../') || !address?.endsWith('/')) return false
  const path = joinPath(address, reference)
  return path !== null && site.posts.map.at(`/${folderOf(path)}/`).some((other) => other !== page.path)
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
    !isOfAnotherPage(plain, post, site) &&
    site.image(reference, post).path === null // a site may put the folder of the post before the name
  )
}
