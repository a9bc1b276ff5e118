import { t } from '../../texts/translate'
import type { Found } from '../findings/finding'
import { addressChange, type WrittenAddress } from '../findings/write-address'
import type { Place } from '../parts/place'
import type { TextCheck } from '../site/check'
import { hostOf } from '../site/post-record'

/** Links to the site itself without encryption. */
export const linkInsecure: TextCheck = {
  name: 'link-insecure',
  severity: 'warning',
  about: t('checks.aboutInsecure'),
  inText: ({ body }, { layout }) => {
    const { address } = layout
    if (address === null || !/^https:/i.test(address)) return []
    const own = hostOf(address)
    const isOwn = (target: string) => /^http:\/\//i.test(target) && hostOf(target) === own
    return [
      ...body.links,
      ...body.images,
      ...body.bare.map((bare) => ({ ...bare, target: bare.text, written: 'bare' as const })),
    ]
      .filter(({ target }) => isOwn(target))
      .map(insecure)
  },
}

const insecure = (
  part: Place & { readonly target: string; readonly written: WrittenAddress['written'] },
): Found => {
  const { from, to, line, column, target } = part
  const better = target.replace(/^http:/i, 'https:')
  return {
    from,
    to,
    line,
    column,
    message: t('checks.insecure', { target }),
    fixes: [
      {
        label: t('checks.use', { value: 'https:' }),
        changes: [addressChange({ from, to, written: part.written }, better)],
      },
    ],
  }
}
