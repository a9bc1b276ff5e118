import { filePart } from '../../site/post-path'
import { t } from '../../texts/translate'
import type { SiteCheck } from '../site/check'
import { isOfSite } from './missing'

/** The most bytes that a phone should have to load for one image. */
const maxBytes = 1_000_000

/** Images that are slow to load. */
export const imageHeavy: SiteCheck = {
  name: 'image-heavy',
  severity: 'warning',
  about: t('checks.aboutHeavy'),
  inSite: (post, site) =>
    post.images.flatMap(({ target, from, to, line, column }) => {
      if (!isOfSite(target)) return []
      const { path, size } = site.image(target, post)
      if (path === null || size <= maxBytes) return []
      const message = t('checks.heavy', { image: filePart(path), size: (size / 1_000_000).toFixed(1) })
      return [{ from, to, line, column, message, detail: path }]
    }),
}
