import type { PostSummary } from '../../shared/post'
import type { Settings } from '../../shared/settings'
import { yearOf } from '../base/written-date'

export type PostGroup = Settings['libraryGroup']

/** What the list draws, line by line: a post, or the heading of a group. */
export type ListRow =
  | { readonly kind: 'post'; readonly post: PostSummary; readonly position: number }
  | { readonly kind: 'heading'; readonly label: string; readonly count: number }

const folderOf = ({ id }: PostSummary): string => id.slice(0, Math.max(0, id.lastIndexOf('/')))

const labelOf = (post: PostSummary, group: PostGroup): string =>
  group === 'folder' ? folderOf(post) || 'Top folder' : String(yearOf(post) ?? 'Without a date')

const asRow = (post: PostSummary, position: number): ListRow => ({ kind: 'post', post, position })

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

/** The posts in the order the rows have them. */
export const postsOfRows = (rows: readonly ListRow[]): readonly PostSummary[] =>
  rows.flatMap((row) => (row.kind === 'post' ? [row.post] : []))
