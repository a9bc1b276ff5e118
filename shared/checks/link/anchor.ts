import { decodedUri } from '../../base/decoded-uri'
import { t } from '../../texts/translate'
import { addressChange } from '../findings/write-address'
import type { SiteCheck } from '../site/check'
import { nearest } from '../site/nearest'

/** Anchors that any page may have, and those of the renderer's footnotes. */
const always =
  /^(?:top|fn(?:ref)?[\d:_-].*|(?:user-content-)?fn.*|more|comments?|respond|disqus_thread|:~:.*|[!/].*)$/i

/** Links to missing anchors. */
export const linkAnchor: SiteCheck = {
  name: 'link-anchor',
  severity: 'error',
  about: t('checks.aboutAnchor'),
  inSite: (post, site) =>
    post.links.flatMap((link) => {
      if (!link.target.includes('#') && !link.after) return []
      const meaning = site.meaning(link, post)
      if (meaning.kind !== 'post' || meaning.post.ids === null) return []
      const { ids, id, head } = meaning.post
      const written = link.after?.anchor ?? meaning.anchor
      const anchor = decodedUri(written)
      if (anchor === '' || always.test(anchor) || ids.includes(anchor) || ids.includes(written)) return []
      const { target } = link
      const { from, to, line, column } = link.after
        ? { ...link.after, line: link.line, column: link.column + link.after.from - link.from }
        : link
      const better = ids.find((other) => other.toLowerCase() === anchor.toLowerCase()) ?? nearest(anchor, ids)
      const where = id === post.id ? t('checks.thisPost') : `“${head.common.title || id}”`
      const at = target.indexOf('#')
      return [
        {
          from,
          to,
          line,
          column,
          message: t('checks.noHeading', { anchor, where }),
          ...(better === null ? {} : { detail: t('checks.didYouMean', { other: `#${better}` }) }),
          fixes:
            better === null
              ? []
              : [
                  {
                    label: t('checks.use', { value: `#${better}` }),
                    changes: [
                      link.after
                        ? { from: link.after.from, to: link.after.to, insert: `#${better}` }
                        : addressChange(link, `${target.slice(0, at)}#${better}`),
                    ],
                  },
                ],
        },
      ]
    }),
}
