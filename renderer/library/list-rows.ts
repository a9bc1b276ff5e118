import type { PostSummary } from '../../shared/post'
import type { SearchLine } from '../../shared/post-search'
import type { Settings } from '../../shared/settings'
import { yearOf } from '../base/written-date'

export type PostGroup = Settings['libraryGroup']

/** What the list draws, line by line: a post, or the heading of a group. */
export type ListRow =
  | {
      readonly kind: 'post'
      readonly post: PostSummary
      readonly position: number
      /** The line of its text that answers the search. */
      readonly line?: SearchLine | null
    }
  | { readonly kind: 'heading'; readonly label: string; readonly count: number }

const folderOf = ({ id }: PostSummary): string => id.slice(0, Math.max(0, id.lastIndexOf('/')))

const labelOf = (post: PostSummary, group: PostGroup): string =>
  group === 'folder' ? folderOf(post) || 'Top folder' : String(yearOf(post) ?? 'Without a date')

const asRow = (post: PostSummary, position: number) => ({ kind: 'post' as const, post, position })

/** The rows of ordered posts. Groups stand in the order of their first post, posts keep their order inside. */
export const listRows = (posts: readonly PostSummary[], group: PostGroup): readonly ListRow[] => {
  if (group === 'none') return posts.map(asRow)
  const groups = new Map<string, PostSummary[]>()
  for (const post of posts) {
    const label = labelOf(post, group)
    const members = groups.get(label)
    if (members) members.push(post)
    else groups.set(label, [post])
  }
  const rows: ListRow[] = []
  let position = 0
  for (const [label, members] of groups) {
    rows.push({ kind: 'heading', label, count: members.length })
    for (const post of members) {
      rows.push(asRow(post, position))
      position += 1
    }
  }
  return rows
}

/** The rows of posts that were found by their text, under a heading of their own, after `before` other posts. */
export const hitRows = (
  hits: readonly { readonly post: PostSummary; readonly line: SearchLine | null }[],
  before: number,
): readonly ListRow[] => {
  if (hits.length === 0) return []
  const rows = hits.map(({ post, line }, at): ListRow => ({ ...asRow(post, before + at), line }))
  return [{ kind: 'heading', label: 'In the text', count: hits.length }, ...rows]
}

/** The posts in the order the rows have them. */
export const postsOfRows = (rows: readonly ListRow[]): readonly PostSummary[] =>
  rows.flatMap((row) => (row.kind === 'post' ? [row.post] : []))
