import { dateParts } from '../../shared/front-matter/dates/dates'
import type { PostSummary } from '../../shared/posts/post'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** The date of a post, as `15 Oct 2026`: the calendar day as written, regardless of the local time zone. */
export const dayOf = ({ date }: Pick<PostSummary, 'date'>): string => {
  const parts = dateParts(date)
  return parts ? `${parts.day} ${months[parts.month - 1]} ${parts.year}` : date
}

/** The year of a post, null if it has no date. */
export const yearOf = ({ date }: Pick<PostSummary, 'date'>): number | null => {
  const plain = /^(\d{4})-\d\d-\d\d/.exec(date) // nearly all dates have this form, and lists are long
  return plain ? Number(plain[1]) : (dateParts(date)?.year ?? null)
}
