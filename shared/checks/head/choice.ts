import { t } from '../../texts/translate'
import type { SiteCheck } from '../site/check'
import { nearest } from '../site/nearest'
import { fieldNamed } from './required'

/** Values that are not among the choices the site declares. */
export const fieldChoice: SiteCheck = {
  name: 'field-choice',
  severity: 'error',
  about: t('checks.aboutChoice'),
  inSite: (post, site) =>
    site.schema.fields.flatMap(({ key, choices }) => {
      const own = choices && fieldNamed(post, key, site)
      if (!own) return []
      return own.values.flatMap((value, index) => {
        if (choices.includes(value)) return []
        const place = own.places[index] ?? null
        const better = nearest(value, choices)
        return [
          {
            ...(place ?? own.at),
            field: key,
            message: t('checks.notChoice', { value, key }),
            detail: t(choices.length > 8 ? 'checks.choicesMore' : 'checks.choices', {
              list: choices.slice(0, 8).join(', '),
            }),
            fixes:
              better && place && /^[\w -]+$/.test(better)
                ? [
                    {
                      label: t('checks.use', { value: better }),
                      changes: [{ from: place.from, to: place.to, insert: better }],
                    },
                  ]
                : [],
          },
        ]
      })
    }),
}
