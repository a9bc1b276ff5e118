import { profileOf } from './profiles'
import type { SiteProfileId } from './site-info'

/** Whether the generator leaves the post out until its author says otherwise. */
export const isDraft = (
  profile: SiteProfileId,
  postId: string,
  head: Readonly<Record<string, unknown>>,
): boolean => {
  const { whenTrue, whenFalse, folders } = profileOf(profile).draft
  return (
    whenTrue.some((key) => flag(head[key]) === true) ||
    whenFalse.some((key) => flag(head[key]) === false) ||
    folders.some((folder) => `/${postId}`.includes(`/${folder}/`))
  )
}

/** Whether the generator holds the post back because its date lies ahead of `now`. */
export const isScheduled = (
  profile: SiteProfileId,
  head: Readonly<Record<string, unknown>>,
  readDate: (written: unknown) => number | null,
  now: number,
): boolean => {
  const key = profileOf(profile).draft.scheduledBy.find((name) => head[name] !== undefined)
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
