import { asValue, type FilterField, parsePostQuery, partsOf } from '../../../shared/posts/post-query'

const isFilter = (part: string, field: FilterField, value: string): boolean => {
  const [filter] = parsePostQuery(part).filters
  return filter?.field === field && filter.value === asValue(value) && !filter.negated
}

/** Whether a query has this condition. */
export const hasFilter = (query: string, field: FilterField, value: string): boolean =>
  partsOf(query).some((part) => isFilter(part, field, value))

/** The query with a condition added at its end, or removed if it had it; the rest stays as typed. */
export const toggleFilter = (query: string, field: FilterField, value: string): string => {
  const parts = partsOf(query)
  const others = parts.filter((part) => !isFilter(part, field, value))
  if (others.length < parts.length) return others.join(' ')
  const written = /[\s"]/.test(value) ? `"${asValue(value)}"` : value
  return [...parts, `${field}:${written}`].join(' ')
}
