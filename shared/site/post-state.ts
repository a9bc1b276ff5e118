import { habitsOf, type MadeWith } from '../generators/generators'

/** Whether the generator leaves the post out until its author says otherwise. */
export const isDraft = (site: MadeWith, postId: string, head: Readonly<Record<string, unknown>>): boolean => {
  const { head: keys, folders } = habitsOf(site)
  return (
    keys.draftWhenTrue.some((key) => flag(head[key]) === true) ||
    keys.draftWhenFalse.some((key) => flag(head[key]) === false) ||
    folders.drafts.some((folder) => `/${postId}`.includes(`/${folder}/`))
  )
}

/** Whether the generator holds the post back because its date lies ahead of `now`. */
export const isScheduled = (
  site: MadeWith,
  head: Readonly<Record<string, unknown>>,
  readDate: (written: unknown) => number | null,
  now: number,
): boolean => {
  const key = habitsOf(site).head.scheduledBy.find((name) => head[name] !== undefined)
  const date = key === undefined ? null : readDate(head[key])
  return date !== null && date > now
}

// Heads are often read as text, and YAML 1.1 sites write yes and no.
const flag = (value: unknown): boolean | null => {
  if (typeof value === 'boolean') return value
  if (typeof value !== 'string') return null
  if (/^(?:true|yes|on)$/i.test(value)) return true
  return /^(?:false|no|off)$/i.test(value) ? false : null
}
