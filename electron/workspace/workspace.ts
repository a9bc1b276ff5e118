import { join, relative, sep } from 'node:path'
import { AppError } from '../../shared/app-error'
import type { OpenedFolder } from '../../shared/ipc/app-calls'
import type { PostId } from '../../shared/posts/post'
import { t } from '../../shared/texts/translate'
import { isInside, letLinksInto } from '../disk/is-inside'
import type { LibraryClient } from '../library/process/client'
import { detectSite, type Site } from '../site/detect-site'
import type { AppState } from './app-state'
import { withFolder } from './app-state'

/** What the workspace needs from Electron. */
export interface WorkspaceOptions {
  readonly state: AppState
  /** Starts the library of a site in its own process. */
  readonly startLibrary: (site: Site) => LibraryClient
  readonly report: (error: unknown) => void
  /** Called with the path of an opened folder, for the system's recent documents. */
  readonly onOpened?: (path: string) => void
}

/** The open folder and its library; at most one at a time. */
export interface Workspace {
  readonly site: () => Site | null
  /** The open site; throws an AppError if none is open. */
  readonly needSite: () => Site
  readonly needLibrary: () => LibraryClient
  /** Opens a posts folder, a site or a single post by its path. */
  readonly open: (path: string) => Promise<OpenedFolder>
  readonly opened: (openPost?: string | null) => OpenedFolder
  /** Remembers the post that is open, for the next start. */
  readonly rememberPost: (id: string) => void
  /** Closes the open folder and abandons one that is being opened. */
  readonly leave: () => void
  readonly close: () => Promise<void>
}

/** Creates the workspace; nothing is open yet. */
export const createWorkspace = ({ state, startLibrary, report, onOpened }: WorkspaceOptions): Workspace => {
  let opening = 0
  let site: Site | null = null
  let library: LibraryClient | null = null
  let isNew = false

  const opened = (openPost: string | null = null): OpenedFolder => {
    if (!site) return { site: null, openPost: null }
    const { profile, name, postsFolder, basePath, displayPath, key, markdown = {}, found } = site
    const last = state.session.value().lastPosts[displayPath] ?? null
    const known = {
      profile,
      ...(site.habits && { habits: site.habits }),
      name,
      postsFolder,
      basePath,
      displayPath,
      key,
      markdown,
      ...(site.language === undefined ? {} : { language: site.language }),
      ...(site.addresses?.aliases && { aliases: site.addresses.aliases }),
      ...(found && { found }),
    }
    return { site: known, openPost: openPost ?? last, isNew }
  }

  const open = async (path: string): Promise<OpenedFolder> => {
    opening += 1
    const mine = opening
    const found = await detectSite(path, state.settings.value().siteChoices)
    const cancelled = () => mine !== opening
    if (cancelled()) throw new AppError('cancelled', t('app.anotherFolder', { path }))
    // A post of the open folder needs no new list.
    if (site && library && isSameSite(site, found)) {
      library.restart()
      return opened(found.openPost)
    }
    const within = site && library ? postWithin(site, found) : null
    if (within !== null) return opened(within)
    await library?.close()
    if (cancelled()) throw new AppError('cancelled', t('app.anotherFolder', { path }))
    letLinksInto(found.postsRoot, found.root)
    isNew = !state.session.value().recentFolders.includes(found.displayPath)
    site = found
    library = startLibrary(found)
    state.session.set(withFolder(state.session.value(), found.displayPath)).catch(report)
    onOpened?.(found.displayPath)
    return opened(found.openPost)
  }

  const need = <T>(value: T | null): T => {
    if (value === null) throw new AppError('no-folder', t('app.noFolder'))
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
    leave: () => {
      opening += 1
      library?.close().catch(report)
      site = null
      library = null
    },
    close: async () => {
      await library?.close()
      library = null
    },
  }
}

/** Whether two results are the same site with the same layout, regardless of the opened post. */
const isSameSite = (one: Site, other: Site): boolean =>
  JSON.stringify({ ...one, openPost: null }) === JSON.stringify({ ...other, openPost: null })

/**
 * The id of a post in the open site if only its own folder was found for it: a folder inside the posts folder is not a
 * site of its own.
 */
const postWithin = (open: Site, found: Site): PostId | null =>
  found.openPost !== null && found.profile === 'plain' && isInside(found.postsRoot, open.postsRoot)
    ? relative(open.postsRoot, join(found.postsRoot, found.openPost)).split(sep).join('/')
    : null
