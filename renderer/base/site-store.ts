import { create } from 'zustand'
import type { ReadableHeads } from '../../shared/front-matter/find/forms'
import { headRulesOf } from '../../shared/generators/head-rules'
import type { RecentFolder, Startup } from '../../shared/ipc/app-calls'
import type { SiteInfo } from '../../shared/site/site-info'

export interface SiteState {
  /** The open folder; null before the first one. */
  readonly site: SiteInfo | null
  readonly recentFolders: readonly RecentFolder[]
  readonly version: string
}

/** The open folder and the recent folders. */
export const useSite = create<SiteState>(() => ({ site: null, recentFolders: [], version: '' }))

/** Opens a recent folder by its path; set by the app so that every feature can offer recent folders. */
export const useFolderOpener = create<{ readonly open: ((path: string) => void) | null }>(() => ({
  open: null,
}))

/** Sets the state that main had at the start. */
export const startSite = ({ site, recentFolders, version }: Startup): void =>
  useSite.setState({ site, recentFolders, version })

/** The rules for heads of the open site's generator; empty if unknown. */
export const siteHeads = (): ReadableHeads | undefined => {
  const { site } = useSite.getState()
  return site === null ? undefined : headRulesOf(site).heads
}
