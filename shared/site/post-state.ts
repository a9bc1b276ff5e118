import { draftReasons } from '../front-matter/values/draft-reasons'
import { habitsOf, type SiteHabits } from '../generators/generators'
import type { GeneratorId } from '../generators/shape/generator-id'
import { dateInPostId } from './slug'

/** A generator, or a site with its posts folder, which may itself be a folder of drafts. */
export type PlacedSite = GeneratorId | (SiteHabits & { readonly postsFolder?: string })

type Head = Readonly<Record<string, unknown>>

/** What the list shows of a post's state. */
export interface PostState {
  /** As written in the head, else in the file name; empty if there is none. */
  readonly date: string
  /** The generator leaves it out as a draft. */
  readonly draft: boolean
  /** The generator leaves it out because its date is in the future. */
  readonly scheduled: boolean
}

/** Date and state of a post by its head and its file name; `written` is the date in the head. */
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

/** Whether the generator leaves the post out as a draft. */
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

/** Whether the generator leaves the post out because its date, in head or file name, is after `now`. */
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
