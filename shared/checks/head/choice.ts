import type { SiteCheck } from '../site/check'
import { nearest } from '../site/nearest'
import { fieldNamed } from './required'

/** Values that are none of those the site declares. */
export const fieldChoice: SiteCheck = {
  name: 'field-choice',
  severity: 'error',
  about: 'A value is none of the choices that the site declares for its field.',
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
            message: `**${value}** is no ${key} of this site`,
            detail: `Choices: ${choices.slice(0, 8).join(', ')}${choices.length > 8 ? '…' : ''}`,
            fixes:
              better && place && /^[\w -]+$/.test(better)
                ? [{ label: `Use ${better}`, changes: [{ from: place.from, to: place.to, insert: better }] }]
                : [],
          },
        ]
      })
    }),
}
