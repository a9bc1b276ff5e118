import { typeOfValue } from '../../front-matter/schema/facts'
import { fieldOf } from '../../front-matter/schema/site-schema'
import { t } from '../../texts/translate'
import { missingImage } from '../image/missing'
import { isOutside } from '../image/outside'
import type { HeadField } from '../parts/read-head'
import type { SiteCheck } from '../site/check'
import type { CheckSite } from '../site/check-site'

/** Missing images in front matter. */
export const fieldImage: SiteCheck = {
  name: 'field-image',
  severity: 'error',
  about: t('checks.aboutHeadImage'),
  inSite: (post, site) =>
    post.head.fields.flatMap((field) => {
      if (!isImageField(field, site)) return []
      return field.values.flatMap((value, index) => {
        if (typeOfValue(value) !== 'image') return []
        const place = field.places[index] ?? null
        const at = place ?? field.at
        if (isOutside(value, post, site))
          return [{ ...at, field: field.key, message: t('checks.outsideSite', { image: value }) }]
        return missingImage(value, at, 'bare', post, site).map((found) => {
          const { fixes = [] } = found
          return { ...found, field: field.key, fixes: place ? fixes : [] }
        })
      })
    }),
}

/** The usual keys are recognized by name, others by having images in the site's posts. */
const isImageField = ({ key }: HeadField, { schema }: CheckSite): boolean => {
  const field = fieldOf(schema, key)
  return (
    field?.role === 'image' ||
    field?.type === 'image' ||
    /(?:^|\.)(?:\w*image|cover|banner|hero|thumbnail|src)$/i.test(key)
  )
}
