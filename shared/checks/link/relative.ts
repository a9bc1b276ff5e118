import { folderOf, joinPath } from '../../site/post-path'
import { t } from '../../texts/translate'
import { addressChange } from '../findings/write-address'
import type { SiteCheck } from '../site/check'
import type { CheckSite } from '../site/check-site'
import { type PostRecord, pathOnSite } from '../site/post-record'

/** Generators that do not rewrite links to files, although the page has another address. */
const leaveFiles = new Set(['next', 'next-starter', 'eleventy', 'hexo', 'gridea', 'astro', 'zola', 'pelican'])

/** Relative links that work in the folder and break on the site. */
export const linkRelative: SiteCheck = {
  name: 'link-relative',
  severity: 'warning',
  about: t('checks.aboutRelative'),
  inSite: (post, site) =>
    post.links.flatMap((link) => {
      if (link.kind !== 'link' || !isRelative(link.target, site)) return []
      const meaning = site.meaning(link, post)
      if (meaning.kind !== 'post' || meaning.post.id === post.id) return []
      const { address } = meaning.post
      if (address === null || !breaks(link.target, post, address, site)) return []
      const { from, to, line, column, target } = link
      const rest = /[?#].*$/s.exec(target)?.[0] ?? ''
      const better = encodeURI(address) + rest
      return [
        {
          from,
          to,
          line,
          column,
          message: t('checks.breaksOnSite', { target }),
          detail: t('checks.isAt', { title: meaning.post.head.common.title || meaning.post.id, address }),
          fixes: [{ label: t('checks.use', { value: better }), changes: [addressChange(link, better)] }],
        },
      ]
    }),
}

const isRelative = (target: string, { layout }: CheckSite): boolean =>
  !/^(?:[a-z][a-z0-9+.-]*:|[/\\#?@~${])/i.test(target) && pathOnSite(target, layout.address) === null

const breaks = (target: string, post: PostRecord, address: string, { layout }: CheckSite): boolean => {
  const path = target.replace(/[?#].*$/s, '')
  if (/\.(?:md|markdown|mdx)$/i.test(path))
    return leaveFiles.has(layout.profile) && layout.addresses?.linksToFiles !== true
  if (post.address === null || layout.profile === 'plain') return false
  const base = post.address.endsWith('/') ? post.address : folderOf(post.address)
  const reached = joinPath(base, path)
  return reached === null || trimmed(reached) !== trimmed(address)
}

const trimmed = (address: string): string =>
  address
    .replace(/^\/+|\/+$/g, '')
    .replace(/(?:\/index)?\.html?$/i, '')
    .normalize('NFC')
    .toLowerCase()
