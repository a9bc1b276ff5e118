import type { HeadData } from '../../front-matter/read/parse'
import { commonFields } from '../../front-matter/schema/common-fields'

/** What the checks of other posts want to know of a head. */
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

/** Picks what other posts may ask for out of a head. */
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
