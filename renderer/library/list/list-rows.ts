import { partitionPoint } from '../../../shared/base/partition-point'
import type { PostSummary } from '../../../shared/posts/post'
import type { SearchLine } from '../../../shared/posts/post-search'
import type { Settings } from '../../../shared/settings'
import { t } from '../../../shared/texts/translate'
import { yearOf } from '../../base/written-date'
import { keptIn } from '../state/post-folders'
import type { FoundPost } from '../state/shown-posts'

export type PostGroup = Settings['libraryGroup']

const labelOf = (post: PostSummary, group: PostGroup): string =>
  group === 'folder'
    ? keptIn(post.id) || t('library.topFolder')
    : String(yearOf(post) ?? t('library.undated'))

/** A row of the list: a post, or the heading of a group. */
export type ListRow =
  | {
      readonly kind: 'post'
      readonly post: PostSummary
      readonly position: number
      /** The line of its text that matches the search. */
      readonly line: SearchLine | null
    }
  | { readonly kind: 'heading'; readonly label: string; readonly count: number }

/** A group of posts, with a heading if it has one. */
interface Section {
  readonly label: string | null
  /** The index of its first row and of its first post. */
  readonly row: number
  readonly position: number
  readonly count: number
}

/** The rows of a list. A row is created when it is drawn, so the length of the list does not matter. */
export class ListRows {
  readonly count: number
  private readonly sections: readonly Section[]

  /** `posts` in the order of their rows; the last ones were found by the lines in `found`. */
  constructor(
    groups: readonly { readonly label: string | null; readonly count: number }[],
    readonly posts: readonly PostSummary[],
    private readonly found: readonly FoundPost[],
  ) {
    const sections: Section[] = []
    let row = 0
    let position = 0
    for (const { label, count } of groups) {
      sections.push({ label, row, position, count })
      row += count + (label === null ? 0 : 1)
      position += count
    }
    this.sections = sections
    this.count = row
  }

  /** Without headings all rows have the same height. */
  get hasHeadings(): boolean {
    return this.sections.some(({ label }) => label !== null)
  }

  at(index: number): ListRow | undefined {
    const section = this.sectionAt(index)
    if (!section) return undefined
    const { label, count } = section
    if (label !== null && index === section.row) return { kind: 'heading', label, count }
    const position = positionIn(section, index)
    const post = this.posts[position]
    if (!post) return undefined
    const line = this.found[position - (this.posts.length - this.found.length)]?.line ?? null
    return { kind: 'post', post, position, line }
  }

  isHeading(index: number): boolean {
    const section = this.sectionAt(index)
    return section !== undefined && section.label !== null && section.row === index
  }

  /** A key for a row, stable while it shows the same thing. */
  keyAt(index: number): string {
    const row = this.at(index)
    return row?.kind === 'post' ? row.post.id : `heading ${row?.label}`
  }

  /** The row of a post by its index in `posts`. */
  rowOf(position: number): number {
    const section = this.lastSection((each) => each.position <= position)
    if (!section) return position
    return section.row + (section.label === null ? 0 : 1) + position - section.position
  }

  private sectionAt(index: number): Section | undefined {
    return this.lastSection(({ row }) => row <= index)
  }

  /** The section that contains a row; no section is empty. */
  private lastSection(startsEarly: (section: Section) => boolean): Section | undefined {
    const sections = this.sections
    const early = partitionPoint(sections.length, (at) => {
      const section = sections[at]
      return section !== undefined && startsEarly(section)
    })
    return sections[early - 1]
  }
}

const positionIn = ({ label, row, position }: Section, index: number): number =>
  position + index - row - (label === null ? 0 : 1)

/**
 * The rows of ordered posts, with posts found by their text under a heading of their own. Groups are in the order of
 * their first post; posts keep their order inside.
 */
export const listRows = (
  posts: readonly PostSummary[],
  group: PostGroup,
  found: readonly FoundPost[] = [],
): ListRows => {
  const { groups, grouped } = inGroups(posts, group)
  if (found.length === 0) return new ListRows(groups, grouped, found)
  const all = [...groups, { label: t('library.inText'), count: found.length }]
  return new ListRows(all, [...grouped, ...found.map(({ post }) => post)], found)
}

const inGroups = (posts: readonly PostSummary[], group: PostGroup) => {
  if (group === 'none') {
    const groups = posts.length === 0 ? [] : [{ label: null, count: posts.length }]
    return { groups, grouped: posts }
  }
  const members = new Map<string, PostSummary[]>()
  for (const post of posts) {
    const label = labelOf(post, group)
    const known = members.get(label)
    if (known) known.push(post)
    else members.set(label, [post])
  }
  return {
    groups: [...members].map(([label, { length: count }]) => ({ label, count })),
    grouped: [...members.values()].flat(),
  }
}
