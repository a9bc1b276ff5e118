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

/** The folder that is open, and those that were. */
export const useSite = create<SiteState>(() => ({ site: null, recentFolders: [], version: '' }))

/** What opens a recent folder by its path; the app sets it, so that every feature may offer recent folders. */
export const useFolderOpener = create<{ readonly open: ((path: string) => void) | null }>(() => ({
  open: null,
}))

/** Takes what main knew at the start. */
export const startSite = ({ site, recentFolders, version }: Startup): void =>
  useSite.setState({ site, recentFolders, version })

/** The forms of heads that the open site's generator reads; nothing where none is known. */
export const siteHeads = (): ReadableHeads | undefined => {
  const { site } = useSite.getState()
  return site === null ? undefined : headRulesOf(site).heads
}
