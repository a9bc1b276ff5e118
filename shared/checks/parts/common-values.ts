import type { HeadData } from '../../front-matter/read/parse'
import { commonFields } from '../../front-matter/schema/common-fields'

/** The values of a head that checks of other posts need. */
export interface CommonFieldValues {
  readonly title: string
  readonly date: string
  readonly image: string
  readonly slug: string
  readonly draft: boolean
  /** Further addresses at which the site shows the post. */
  readonly aliases: readonly string[]
  readonly permalink: string
}

/** Extracts the values of a head that checks of other posts need. */
export const commonFieldsOf = (data: HeadData): CommonFieldValues => {
  const { title, date, image, slug, draft } = commonFields(data)
  return {
    title,
    date,
    image,
    slug,
    draft,
    aliases: ['aliases', 'alias', 'redirect_from', 'redirects', 'redirectFrom'].flatMap((key) =>
      textsOf(data[key]),
    ),
    permalink: textsOf(data.permalink ?? data.url)[0] ?? '',
  }
}

const textsOf = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return value === '' ? [] : [value]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
