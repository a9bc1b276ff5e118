import { create } from 'zustand'
import { createRegistry } from '../../../shared/base/registry'
import type { Finding, FindingSeverity } from '../../../shared/checks/findings/finding'
import { toldFindings } from '../../../shared/checks/findings/severities'
import type { CheckProgress, FindingsChanged } from '../../../shared/checks/findings/told'
import type { CheckSeverities } from '../../../shared/checks/severity/check-severities'
import { unpack } from '../../../shared/ipc/packed'
import type { PostId } from '../../../shared/posts/post'
import { api } from '../../base/api'
import { getSettings, onSettingsChange } from '../../base/settings-store'

type FindingCounts = Readonly<Record<FindingSeverity, number>>

export interface FindingsState {
  /** The findings of each post that has any. */
  readonly posts: ReadonlyMap<PostId, readonly Finding[]>
  readonly counts: FindingCounts
  /** The progress of checking all posts or links; null while nothing is running. */
  readonly progress: CheckProgress | null
  /** As received, before the user's settings are applied. */
  readonly told: ReadonlyMap<PostId, readonly Finding[]>
  /** The severities that the site configures. */
  readonly severities: CheckSeverities
}

const noCounts: FindingCounts = { error: 0, warning: 0, hint: 0 }
const nothing: FindingsState = {
  posts: new Map(),
  counts: noCounts,
  progress: null,
  told: new Map(),
  severities: {},
}

/** The findings in the open folder. */
export const useFindings = create<FindingsState>(() => nothing)

const listeners = createRegistry<(ids: readonly PostId[]) => void>()

/** Listens to posts whose findings changed; returns an unsubscribe function. */
export const onFindings = (listener: (ids: readonly PostId[]) => void): (() => void) =>
  listeners.add(listener)

/** The findings of a post. */
export const findingsOf = (id: PostId): readonly Finding[] => useFindings.getState().posts.get(id) ?? none
const none: readonly Finding[] = []

/** Applies the user's settings to checks that the site does not configure. */
export const withSettings = (
  findings: readonly Finding[],
  site: CheckSeverities = useFindings.getState().severities,
): readonly Finding[] => {
  const own = Object.entries(getSettings().checks).filter(([name]) => site[name] === undefined)
  return own.length === 0 ? findings : toldFindings(findings, Object.fromEntries(own), [])
}

const count = (counts: FindingCounts, findings: readonly Finding[], by: 1 | -1): FindingCounts => {
  const after = { ...counts }
  for (const { severity } of findings) after[severity] += by
  return after
}

const show = (ids: readonly PostId[]): void => {
  const state = useFindings.getState()
  const posts = new Map(state.posts)
  let { counts } = state
  for (const id of ids) {
    counts = count(counts, posts.get(id) ?? none, -1)
    const findings = withSettings(state.told.get(id) ?? none)
    if (findings.length === 0) posts.delete(id)
    else posts.set(id, findings)
    counts = count(counts, findings, 1)
  }
  useFindings.setState({ posts, counts })
  for (const listener of listeners.all()) listener(ids)
}

/** Adds findings. */
const takeFindings = ({ changed, removed, reset, severities }: FindingsChanged): void => {
  const known = useFindings.getState().told
  const before = reset ? [...known.keys()] : []
  const told = new Map(reset ? [] : known)
  for (const id of removed) told.delete(id)
  for (const { id, findings } of changed) {
    if (findings.length === 0) told.delete(id)
    else told.set(id, findings)
  }
  useFindings.setState({ told, severities })
  show([...new Set([...before, ...removed, ...changed.map(({ id }) => id)])])
}

/** Listens to the checks. */
export const startFindings = (): void => {
  api.on('findingsChanged', (batch) => takeFindings(unpack(batch)))
  api.on('checkProgress', (progress) =>
    useFindings.setState({ progress: progress.finished ? null : progress }),
  )
  onSettingsChange((settings, before) => {
    if (settings.checks !== before.checks) show([...useFindings.getState().told.keys()])
  })
}
