import { dateParts } from '../../shared/front-matter/dates'
import type { PostSummary } from '../../shared/post'

const day = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  timeZone: 'UTC',
})

/** The day a post is of, as `15 Oct 2026`: the calendar day that is written, whatever the time zone here. */
export const dayOf = ({ date }: Pick<PostSummary, 'date'>): string => {
  const parts = dateParts(date)
  return parts ? day.format(Date.UTC(parts.year, parts.month - 1, parts.day)) : date
}

/** The year a post is of, null where it has no date. */
export const yearOf = ({ date }: Pick<PostSummary, 'date'>): number | null => dateParts(date)?.year ?? null
