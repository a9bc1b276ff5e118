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
        const missing = missingImage(value, at, 'bare', post, site)
        if (missing.length > 0 && isCompletedByTemplate(value, field.key, site)) return []
        return missing.map((found) => {
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

const enough = 10

/** Whether a template adds the folder: many posts have a bare file name in this field, and none is found. */
const isCompletedByTemplate = (value: string, key: string, site: CheckSite): boolean => {
  if (value.includes('/')) return false
  let bare = 0
  for (const post of site.posts.all()) {
    const [name = ''] = post.head.fields.find((field) => field.key === key)?.values ?? []
    if (typeOfValue(name) !== 'image' || name.includes('/')) continue
    if (site.image(name, post).path !== null) return false
    bare += 1
    if (bare === enough) return true
  }
  return false
}
