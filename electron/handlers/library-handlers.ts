import type { libraryCalls } from '../../shared/ipc/library-calls'
import type { LibraryClient } from '../library/process/client'
import { setFeatured } from '../posts/plans/set-featured'
import type { HandlersOf } from '../security/ipc'
import type { Site } from '../site/detect-site'

export interface LibraryHandlersOptions {
  /** The library of the open folder; throws an AppError if none is open. */
  readonly library: () => LibraryClient
  readonly site: () => Site
  /** The window has drawn the folder. */
  readonly onRest: () => void
}

/** The calls about all posts of the open folder. */
export const libraryHandlers = ({
  library,
  site,
  onRest,
}: LibraryHandlersOptions): HandlersOf<typeof libraryCalls> => ({
  listPosts: () => library().list(),
  siteSchema: () => library().schema(),
  wholeSchema: () => library().schema(true),
  setFeatured: async (id, featured) =>
    setFeatured(site().postsRoot, id, featured, await library().schema(true)),
  searchPosts: (request) => library().search(request),
  quickOpen: (typed, limit) => library().quickOpen(typed, limit),
  listBacklinks: (id) => library().backlinks(id),
  linkTargets: (from, references) => library().linkTargets(from, references),
  linkExample: () => library().linkExample(),
  listFolderProblems: () => library().problems(),
  ignoredPosts: () => library().ignoredPosts(),
  showIgnored: (shown) => library().showIgnored(shown),
  refreshLibrary: () => library().refresh(),
  restartLibrary: () => library().restart(),
  cancelScan: () => library().cancelScan(),
  windowAtRest: () => {
    onRest()
    return library().windowAtRest()
  },
})
