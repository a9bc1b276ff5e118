import { filePart } from '../../site/post-path'
import { t } from '../../texts/translate'
import { addressChange } from '../findings/write-address'
import type { SiteCheck } from '../site/check'
import { nearestIn } from '../site/nearest'

/** Links to missing posts. */
export const linkPost: SiteCheck = {
  name: 'link-post',
  severity: 'error',
  about: t('checks.aboutPost'),
  inSite: (post, site) =>
    (site.isComplete ? post.links : []).flatMap((link) => {
      const meaning = site.meaning(link, post)
      if (meaning.kind !== 'no-post') return []
      const { from, to, line, column, target } = link
      const other = nearestIn(lastName(meaning.name), site.postNames())
      const better = other === null ? null : withName(target, meaning.name, other)
      const isRight = better !== null && site.meaning({ ...link, target: better }, post).kind === 'post'
      return [
        {
          from,
          to,
          line,
          column,
          message: t('checks.noPost', { target }),
          ...(other === null ? {} : { detail: t('checks.didYouMean', { other }) }),
          fixes: isRight
            ? [{ label: t('checks.use', { value: other ?? '' }), changes: [addressChange(link, better)] }]
            : [],
        },
      ]
    }),
}

const lastName = (name: string): string => filePart(name).replace(/\.(?:md|markdown|mdx)$/i, '')

/** The target with another name in its last part; null if the old name is not in it. */
const withName = (target: string, name: string, other: string): string | null => {
  const end = target.search(/[?#]/)
  const path = end < 0 ? target : target.slice(0, end)
  const last = lastName(name)
  const at = path.toLowerCase().lastIndexOf(last)
  return at < 0 || last === ''
    ? null
    : path.slice(0, at) + other + path.slice(at + last.length) + target.slice(path.length)
}
