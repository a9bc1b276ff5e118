import { dateParts } from '../../shared/front-matter/dates/dates'
import type { PostSummary } from '../../shared/posts/post'

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const

/** The day a post is of, as `15 Oct 2026`: the calendar day that is written, whatever the time zone here. */
export const dayOf = ({ date }: Pick<PostSummary, 'date'>): string => {
  const parts = dateParts(date)
  return parts ? `${parts.day} ${months[parts.month - 1]} ${parts.year}` : date
}

/** The year a post is of, null where it has no date. */
export const yearOf = ({ date }: Pick<PostSummary, 'date'>): number | null => {
  const plain = /^(\d{4})-\d\d-\d\d/.exec(date) // nearly all dates are written so, and lists are long
  return plain ? Number(plain[1]) : (dateParts(date)?.year ?? null)
}
