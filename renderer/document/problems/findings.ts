import { create } from 'zustand'
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
  /** What is wrong with each post that has something wrong. */
  readonly posts: ReadonlyMap<PostId, readonly Finding[]>
  readonly counts: FindingCounts
  /** How far the look at all posts, or at all links, has come; null while nothing runs. */
  readonly progress: CheckProgress | null
}

const noCounts: FindingCounts = { error: 0, warning: 0, hint: 0 }
const nothing: FindingsState = { posts: new Map(), counts: noCounts, progress: null }

/** What the checks found in the open folder. */
export const useFindings = create<FindingsState>(() => nothing)

/** As they came, before the writer's own settings have their say. */
const told = new Map<PostId, readonly Finding[]>()
let ofSite: CheckSeverities = {}
const listeners = new Set<(ids: readonly PostId[]) => void>()

/** Listens to posts whose findings changed; returns an unsubscribe function. */
export const onFindings = (listener: (ids: readonly PostId[]) => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What is wrong with a post. */
export const findingsOf = (id: PostId): readonly Finding[] => useFindings.getState().posts.get(id) ?? none
const none: readonly Finding[] = []

/** With the writer's settings for checks that the site's own say nothing about. */
export const withSettings = (
  findings: readonly Finding[],
  site: CheckSeverities = ofSite,
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
    const findings = withSettings(told.get(id) ?? none)
    if (findings.length === 0) posts.delete(id)
    else posts.set(id, findings)
    counts = count(counts, findings, 1)
  }
  useFindings.setState({ posts, counts })
  for (const listener of listeners) listener(ids)
}

/** Takes in what was found. */
const takeFindings = ({ changed, removed, reset, severities }: FindingsChanged): void => {
  ofSite = severities
  const before = reset ? [...told.keys()] : []
  if (reset) told.clear()
  for (const id of removed) told.delete(id)
  for (const { id, findings } of changed) {
    if (findings.length === 0) told.delete(id)
    else told.set(id, findings)
  }
  show([...new Set([...before, ...removed, ...changed.map(({ id }) => id)])])
}

/** Listens to the checks for as long as the window lives. */
export const startFindings = (): void => {
  api.on('findingsChanged', (batch) => takeFindings(unpack(batch)))
  api.on('checkProgress', (progress) =>
    useFindings.setState({ progress: progress.finished ? null : progress }),
  )
  onSettingsChange((settings, before) => {
    if (settings.checks !== before.checks) show([...told.keys()])
  })
}
