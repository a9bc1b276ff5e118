import { t } from '../../texts/translate'
import type { Found } from '../findings/finding'
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
    return [...body.links, ...body.images, ...body.bare.map((bare) => ({ ...bare, target: bare.text }))]
      .filter(({ target }) => isOwn(target))
      .map(insecure)
  },
}

const insecure = ({ from, to, line, column, target }: Place & { readonly target: string }): Found => {
  return {
    from,
    to,
    line,
    column,
    message: t('checks.insecure', { target }),
    fixes: [
      {
        label: t('checks.use', { value: 'https:' }),
        changes: [{ from: from + 4, to: from + 4, insert: 's' }],
      },
    ],
  }
}
