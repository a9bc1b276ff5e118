import { decodedUri } from '../../base/decoded-uri'
import { isRemoteReference } from '../../site/asset-reference'
import { hasUnknownAlias } from '../../site/path-alias'
import { filePart, folderOf, joinPath, nameWithoutExtension } from '../../site/post-path'
import { assetCandidates } from '../../site/resolve-asset'
import type { SiteLayout } from '../../site/site-layout'
import { t } from '../../texts/translate'
import { addressChange } from '../findings/write-address'
import type { LinkPart } from '../parts/body-parts'
import type { SiteCheck } from '../site/check'
import type { CheckSite } from '../site/check-site'
import { foldName } from '../site/folder-listing'
import { nearest } from '../site/nearest'
import { type PostRecord, pathOnSite } from '../site/post-record'
import { withoutSiteTags } from '../site/site-tags'

/** File types that are served unchanged, not generated. */
const kept =
  /\.(?:pdf|zip|gz|tgz|bz2|xz|7z|rar|docx?|xlsx?|pptx?|od[tsp]|rtf|epub|mobi|ipynb|mp[34]|m4[av]|webm|mov|og[agv]|wav|flac|png|jpe?g|gif|webp|avif|svg|heic)$/i

/** Links to missing files. */
export const linkFile: SiteCheck = {
  name: 'link-file',
  severity: 'warning',
  about: t('checks.aboutFile'),
  inSite: (post, site) =>
    post.links.flatMap((link) => {
      const path = fileOf(link, site.layout)
      if (path === null || post.images.some(({ from }) => from === link.from)) return [] // reported as an image
      const candidates = placesOf(path, post, site)
      if (candidates.length === 0 || candidates.some((place) => isThere(place, site))) return []
      const { from, to, line, column, target } = link
      const name = filePart(path)
      const near = nearOf(name, candidates, site)
      const at = target.lastIndexOf(name)
      const better =
        near === null || at < 0 ? null : target.slice(0, at) + near + target.slice(at + name.length)
      return [
        {
          from,
          to,
          line,
          column,
          message: t('checks.fileMissing', { name }),
          ...(near === null ? {} : { detail: t('checks.didYouMean', { other: near }) }),
          fixes:
            better === null
              ? []
              : [{ label: t('checks.use', { value: near ?? '' }), changes: [addressChange(link, better)] }],
        },
      ]
    }),
}

/** Whether a link may lead to a file of the site, so that its findings depend on the disk. */
export const mayBeFile = ({ kind, target }: LinkPart): boolean =>
  kind === 'link' && kept.test(target.replace(/[?#].*$/s, ''))

/** The path of a link as written; null if it does not mean a file of the site. */
const fileOf = ({ kind, target }: LinkPart, site: SiteLayout): string | null => {
  const plain = withoutSiteTags(target)
  const path = (pathOnSite(plain, site.address) ?? plain).replace(/[?#].*$/s, '')
  const isOther =
    /^[a-z][a-z0-9+.-]*:|[{}<>]|\$\(|%7b/i.test(path) ||
    isRemoteReference(path) ||
    hasUnknownAlias(path, site)
  return (kind === 'link' || kind === 'hexo-asset') && kept.test(path) && !isOther ? path : null
}

/** Where the file would be served from. */
const placesOf = (reference: string, post: PostRecord, { layout }: CheckSite): readonly string[] => {
  const candidates = assetCandidates({ reference, postId: post.id, slug: post.slug, site: layout })
  const beside = joinPath(layout.postsFolder, folderOf(post.id), decodedUri(reference))
  const { address } = post
  const onPage =
    address === null || reference.startsWith('/')
      ? []
      : [address, folderOf(address)].flatMap((base) =>
          layout.publicFolders.map((folder) => joinPath(folder, base, decodedUri(reference))),
        )
  return [...candidates, beside, ...onPage].filter((path) => path !== null)
}

const isThere = (path: string, { files }: CheckSite): boolean =>
  (files.names(folderOf(path))?.has(filePart(path)) ?? false) && files.size(path) !== null

/** A file of the same type beside the expected place. */
const nearOf = (name: string, candidates: readonly string[], { files }: CheckSite): string | null => {
  const plain = decodedUri(name)
  const end = plain.slice(nameWithoutExtension(plain).length).toLowerCase()
  for (const path of candidates) {
    const alike = [...(files.names(folderOf(path))?.all() ?? [])].filter((other) =>
      other.toLowerCase().endsWith(end),
    )
    const found = alike.find((other) => foldName(other) === foldName(plain)) ?? nearest(plain, alike)
    if (found !== null && files.size(joinPath(folderOf(path), found) ?? '') !== null) return found
  }
  return null
}
