import { AppError } from '../../shared/app-error'
import type { OpenedFolder } from '../../shared/ipc/app-calls'
import type { LibraryClient } from '../library/process/client'
import { detectSite, type Site } from '../site/detect-site'
import type { AppState } from './app-state'
import { withFolder } from './app-state'

/** What the workspace needs from Electron. */
export interface WorkspaceOptions {
  readonly state: AppState
  /** Starts the library of a site in a process of its own. */
  readonly startLibrary: (site: Site) => LibraryClient
  readonly report: (error: unknown) => void
}

/** The open folder and its library. There is one at a time, and none before the first is opened. */
export interface Workspace {
  readonly site: () => Site | null
  /** The open site; throws an AppError where none is open. */
  readonly needSite: () => Site
  readonly needLibrary: () => LibraryClient
  /** Opens a posts folder, a site or a single post by its path. */
  readonly open: (path: string) => Promise<OpenedFolder>
  readonly opened: (openPost?: string | null) => OpenedFolder
  /** Remembers the post that is open, for the next start. */
  readonly rememberPost: (id: string) => void
  readonly close: () => Promise<void>
}

/** Makes the workspace; nothing is open yet. */
export const createWorkspace = ({ state, startLibrary, report }: WorkspaceOptions): Workspace => {
  let site: Site | null = null
  let library: LibraryClient | null = null

  const opened = (openPost: string | null = null): OpenedFolder => {
    if (!site) return { site: null, openPost: null }
    const { profile, name, postsFolder, basePath, displayPath, markdown = {} } = site
    const last = state.session.value().lastPosts[displayPath] ?? null
    const known = { profile, name, postsFolder, basePath, displayPath, markdown }
    return { site: known, openPost: openPost ?? last }
  }

  const open = async (path: string): Promise<OpenedFolder> => {
    const found = await detectSite(path)
    await library?.close()
    site = found
    library = startLibrary(found)
    state.session.set(withFolder(state.session.value(), found.displayPath)).catch(report)
    return opened(found.openPost)
  }

  const need = <T>(value: T | null): T => {
    if (value === null) throw new AppError('no-folder', 'No posts folder is open. Open one first.')
    return value
  }

  const rememberPost = (id: string) => {
    const session = state.session.value()
    const { displayPath } = need(site)
    if (session.lastPosts[displayPath] === id) return
    state.session.set({ ...session, lastPosts: { ...session.lastPosts, [displayPath]: id } }).catch(report)
  }

  return {
    site: () => site,
    needSite: () => need(site),
    needLibrary: () => need(library),
    open,
    opened,
    rememberPost,
    close: async () => {
      await library?.close()
      library = null
    },
  }
}
