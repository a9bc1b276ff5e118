import { draftReasons } from '../front-matter/values/draft-reasons'
import { habitsOf, type SiteHabits } from '../generators/generators'
import type { GeneratorId } from '../generators/shape/generator-id'
import { dateInPostId } from './slug'

/** A generator, or a site with the place of its posts: that may be a folder of drafts itself. */
export type PlacedSite = GeneratorId | (SiteHabits & { readonly postsFolder?: string })

type Head = Readonly<Record<string, unknown>>

/** What the list shows of a post's state. */
export interface PostState {
  /** As it is written in the head, else as the file name has it; empty without one. */
  readonly date: string
  /** The generator leaves it out until its author says otherwise. */
  readonly draft: boolean
  /** The generator holds it back because its date lies ahead. */
  readonly scheduled: boolean
}

/** Date and state of a post by its head and its file name; `written` is the date that the head is known to have. */
export const stateOfPost = (
  site: PlacedSite,
  postId: string,
  head: Head,
  { written, readDate, now }: { written: string; readDate: (written: string) => number | null; now: number },
): PostState => ({
  date: written || dateInPostId(postId, site),
  draft: isDraft(site, postId, head),
  scheduled: isScheduled(site, postId, head, readDate, now),
})

/** Whether the generator leaves the post out until its author says otherwise. */
export const isDraft = (site: PlacedSite, postId: string, head: Head): boolean => {
  const { head: keys, folders } = habitsOf(site)
  const place =
    typeof site === 'object' && 'postsFolder' in site
      ? `/${String(site.postsFolder)}/${postId}`
      : `/${postId}`
  return (
    draftReasons(head, keys, keys.ignoresCase).length > 0 ||
    folders.drafts.some((folder) => place.includes(`/${folder}/`))
  )
}

/** Whether the generator holds the post back because its date, in the head or else in the file name, lies ahead of `now`. */
export const isScheduled = (
  site: PlacedSite,
  postId: string,
  head: Head,
  readDate: (written: string) => number | null,
  now: number,
): boolean => {
  const { head: keys } = habitsOf(site)
  if (keys.scheduledBy.length === 0) return false
  const value = valueIn(head, keys.ignoresCase === true)
  const key = keys.scheduledBy.find((name) => value(name) !== undefined)
  const written = key === undefined ? dateInPostId(postId, site) : value(key)
  const date = typeof written === 'string' && written !== '' ? readDate(written) : null
  return date !== null && date > now
}

const valueIn = (head: Head, ignoresCase: boolean): ((key: string) => unknown) => {
  if (!ignoresCase) return (key) => head[key]
  return (key) =>
    head[key] ?? Object.entries(head).find(([one]) => one.toLowerCase() === key.toLowerCase())?.[1]
}
