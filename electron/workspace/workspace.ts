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
  /** Starts the library of a site in a process of its own. */
  readonly startLibrary: (site: Site) => LibraryClient
  readonly report: (error: unknown) => void
  /** A folder was opened: its path, for the system's list of recent documents. */
  readonly onOpened?: (path: string) => void
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
  /** Leaves the open folder; one that is being opened is not taken any more. */
  readonly leave: () => void
  readonly close: () => Promise<void>
}

/** Makes the workspace; nothing is open yet. */
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
    // A post of the folder that is open needs no new list.
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

/** Whether two looks found one site, laid out alike: which post was asked for makes no difference. */
const isSameSite = (one: Site, other: Site): boolean =>
  JSON.stringify({ ...one, openPost: null }) === JSON.stringify({ ...other, openPost: null })

/**
 * The id that a post has in the open site, where nothing but its own folder was found around it: a folder inside the posts
 * folder is no site of its own.
 */
const postWithin = (open: Site, found: Site): PostId | null =>
  found.openPost !== null && found.profile === 'plain' && isInside(found.postsRoot, open.postsRoot)
    ? relative(open.postsRoot, join(found.postsRoot, found.openPost)).split(sep).join('/')
    : null
