import { create } from 'zustand'
import type { OpenedFolder } from '../../../shared/ipc/app-calls'

/** The panel about the open site, and what is told of a folder that was never opened before. */
export const useSitePanel = create<{
  readonly open: boolean
  /** Path of the folder whose finding is told, until the writer has seen it. */
  readonly announced: string | null
}>(() => ({ open: false, announced: null }))

/** Shows the panel, or takes it away. Who has looked at it needs no telling any more. */
export const showSitePanel = (open: boolean): void =>
  useSitePanel.setState(open ? { open, announced: null } : { open })

/** Takes away what is told of a new folder. */
export const dismissFinding = (): void => useSitePanel.setState({ announced: null })

/** Tells what was found in a folder that is opened for the first time; what the writer chose needs no telling. */
export const tellFinding = ({ site, isNew = false }: OpenedFolder): void => {
  const { generator, postsFolder } = site?.found ?? { generator: 'chosen', postsFolder: 'chosen' }
  const isChosen = generator === 'chosen' || postsFolder === 'chosen'
  useSitePanel.setState({ announced: isNew && !isChosen ? (site?.displayPath ?? null) : null })
}
