import { create } from 'zustand'
import type { OpenedFolder } from '../../../shared/ipc/app-calls'

/** The panel about the open site, and the announcement of a newly opened folder. */
export const useSitePanel = create<{
  readonly open: boolean
  /** Path of the folder that is announced, until the user has seen it. */
  readonly announced: string | null
}>(() => ({ open: false, announced: null }))

/** Shows or hides the panel. Showing it ends the announcement. */
export const showSitePanel = (open: boolean): void =>
  useSitePanel.setState(open ? { open, announced: null } : { open })

/** Ends the announcement of a new folder. */
export const dismissFinding = (): void => useSitePanel.setState({ announced: null })

/** Announces what was detected in a folder opened for the first time, unless the user chose it. */
export const tellFinding = ({ site, isNew = false }: OpenedFolder): void => {
  const { generator, postsFolder } = site?.found ?? { generator: 'chosen', postsFolder: 'chosen' }
  const isChosen = generator === 'chosen' || postsFolder === 'chosen'
  useSitePanel.setState({ announced: isNew && !isChosen ? (site?.displayPath ?? null) : null })
}
