import { imageTypeOf } from '../../base/image-types'
import { isRemoteReference } from '../../site/asset-reference'
import { hasUnknownAlias } from '../../site/path-alias'
import { extensionOf, filePart } from '../../site/post-path'
import { referenceTo } from '../../site/reference-to'
import { t } from '../../texts/translate'
import type { Found } from '../findings/finding'
import { addressChange, type WrittenAddress } from '../findings/write-address'
import type { Place } from '../parts/place'
import type { SiteCheck } from '../site/check'
import type { CheckSite } from '../site/check-site'
import type { PostRecord } from '../site/post-record'
import { withoutSiteTags } from '../site/site-tags'
import { isBesidePage, isOutside } from './outside'

/** Missing images in the text. */
export const imageMissing: SiteCheck = {
  name: 'image-missing',
  severity: 'error',
  about: t('checks.aboutMissing'),
  inSite: (post, site) =>
    post.images.flatMap((image) =>
      image.isOfTemplate && !isInKnownFolder(image.target, post, site)
        ? []
        : missingImage(image.target, image, image.written, post, site),
    ),
}

/**
 * The result for one reference, in text or front matter; nothing if the image exists or is not the site's.
 */
export const missingImage = (
  reference: string,
  { from, to, line, column }: Place,
  written: WrittenAddress['written'],
  post: PostRecord,
  site: CheckSite,
): Found[] => {
  if (!isOfSite(reference) || hasUnknownAlias(reference, site.layout) || isOutside(reference, post, site))
    return []
  const { path, near, folder } = site.image(reference, post)
  if (path !== null || isBesidePage(reference, post, site)) return []
  const name = filePart(reference.replace(/[?#].*$/s, '')) || reference
  const better = near && referenceLike(reference, near.name, near.path, post, site)
  return [
    {
      from,
      to,
      line,
      column,
      message: t('checks.imageMissing', { name }),
      ...(near
        ? { detail: t('checks.folderHas', { folder: folder || t('checks.theSite'), name: near.name }) }
        : folder
          ? { detail: t('checks.notInFolder', { folder }) }
          : {}),
      fixes: better
        ? [
            {
              label: t('checks.use', { value: near.name }),
              changes: [addressChange({ from, to, written }, better)],
            },
          ]
        : [],
    },
  ]
}

/** Whether the top of the site has the folder of an image, so that no template puts another one before it. */
const isInKnownFolder = (reference: string, post: PostRecord, { image, files }: CheckSite): boolean => {
  const { folder } = image(reference, post)
  return /^\/[^/]/.test(reference) && folder !== null && files.names(folder) !== null
}

/** Whether a reference leads to an image of the site, and is not computed by a template. */
export const isOfSite = (written: string): boolean => {
  const reference = withoutSiteTags(written)
  return (
    !isRemoteReference(reference) &&
    !/^(?:data|blob|cid|https?|mailto|attachment):|[{}<>]|\$\(|%7b/i.test(reference) &&
    reference.trim() !== '' &&
    (imageTypeOf(reference.replace(/[?#].*$/s, '')) !== null || extensionOf(reference) === '')
  )
}

/** The same reference with another file name, or else the path in the site's style; null if neither works. */
export const referenceLike = (
  reference: string,
  name: string,
  path: string,
  post: PostRecord,
  site: CheckSite,
): string | null => {
  const [, folder = '', rest = ''] = /^((?:[^?#]*\/)?)[^/?#]*(.*)$/s.exec(reference) ?? []
  const likes = [folder + name + rest, referenceTo(site.layout, post.id, post.slug, path)]
  return likes.find((like) => site.image(like, post).path === path) ?? null
}
