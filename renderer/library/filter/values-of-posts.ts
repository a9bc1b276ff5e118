import type { SiteSchema } from '../../../shared/front-matter/schema/site-schema'
import type { PostSummary } from '../../../shared/posts/post'

/** Something posts can be chosen by, and how many have it; null where that is not known. */
export interface Value {
  readonly value: string
  readonly count: number | null
}

const most = 100

/** The tags of the posts, those of the most posts first. */
export const tagsOf = (posts: readonly PostSummary[]): readonly Value[] => {
  const counts = new Map<string, number>()
  for (const { tags } of posts) for (const tag of new Set(tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1)
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
    .slice(0, most)
}

/** The fields that some posts of the site have and others do not. */
export const missingFields = ({ posts, fields }: SiteSchema): readonly Value[] =>
  fields
    .filter(({ key, literal, count }) => count < posts && (literal || !key.includes('.')))
    .map(({ key, count }) => ({ value: key, count: posts - count }))
    .slice(0, most)
