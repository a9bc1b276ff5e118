import { filePart } from '../../site/post-path'
import { t } from '../../texts/translate'
import { addressChange } from '../findings/write-address'
import type { SiteCheck } from '../site/check'
import { isOfSite, referenceLike } from './missing'

/** Images whose letter case differs from the file's, which matters on most servers. */
export const imageCase: SiteCheck = {
  name: 'image-case',
  severity: 'error',
  about: t('checks.aboutCase'),
  inSite: (post, site) =>
    post.images.flatMap((image) => {
      if (!isOfSite(image.target)) return []
      const { path, spelledOtherwise } = site.image(image.target, post)
      if (path === null || !spelledOtherwise) return []
      const { from, to, line, column } = image
      const name = filePart(path)
      const better = respelled(image.target, path) ?? referenceLike(image.target, name, path, post, site)
      const written = filePart(image.target)
      return [
        {
          from,
          to,
          line,
          column,
          message:
            written === name
              ? t('checks.folderCase', { target: image.target })
              : t('checks.fileCase', { written, name }),
          detail: path,
          fixes: better
            ? [
                {
                  label: t('checks.use', { value: written === name ? better : name }),
                  changes: [addressChange(image, better)],
                },
              ]
            : [],
        },
      ]
    }),
}

/** The reference with the letter case of the path if both differ only in case. */
const respelled = (reference: string, path: string): string | null => {
  const [, plain = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(reference) ?? []
  const own = plain.replace(/^(?:\.{1,2}\/|\/)+/, '')
  const end = path.slice(-own.length)
  return own !== '' && end.toLowerCase() === own.toLowerCase()
    ? plain.slice(0, plain.length - own.length) + end + rest
    : null
}
