import { AppError } from '../../shared/app-error'
import type { OpenedFolder } from '../../shared/ipc/app-calls'
import { t } from '../../shared/texts/translate'
import type { AppState } from '../workspace/app-state'
import type { OpenRequest, OpenRequests } from '../workspace/open-requests'
import type { StartMarker } from '../workspace/start-marker'
import type { Workspace } from '../workspace/workspace'
import type { Notices } from './notices'

export interface FirstFolderOptions {
  readonly requests: OpenRequests
  readonly workspace: Pick<Workspace, 'open' | 'opened' | 'leave'>
  readonly state: Pick<AppState, 'session'>
  readonly marker: StartMarker
  readonly notices: Pick<Notices, 'tell' | 'report'>
  readonly openSample: () => Promise<OpenedFolder>
  /** Milliseconds until a folder that does not answer is given up. */
  readonly timeoutMs?: number
}

/** The result of the work, or an AppError after `ms` milliseconds; the work itself goes on. */
const within = async <T>(ms: number, work: Promise<T>, tooLong: string): Promise<T> => {
  let timer: ReturnType<typeof setTimeout> | undefined
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AppError('busy', tooLong)), ms)
  })
  try {
    return await Promise.race([work, limit])
  } finally {
    clearTimeout(timer)
  }
}

/** Opens the folder for a page that starts, and later requests. */
export interface FirstFolder {
  /**
   * Opens the requested folder, otherwise the last one; for a restarted page, the one that is already open.
   * Never rejects or waits for long, because the window is empty until then. If the folder cannot be opened,
   * the welcome page is shown with the reason.
   */
  readonly open: () => Promise<OpenedFolder>
  readonly isRequested: () => boolean
  /** Opens the oldest waiting request; null if there is none. */
  readonly openNext: () => Promise<OpenedFolder | null>
}

/** After this many consecutive starts that failed to show the folder, it is opened only on request. */
const maxUnfinished = 2
const defaultTimeoutMs = 8000

/** Creates the opener of a run's first folder. */
export const createFirstFolder = (options: FirstFolderOptions): FirstFolder => {
  const { requests, workspace, state, marker, notices, openSample, timeoutMs = defaultTimeoutMs } = options
  let hasStarted = false

  const openRequest = (request: OpenRequest): Promise<OpenedFolder> =>
    request.kind === 'path' ? workspace.open(request.path) : openSample()

  const leaveAlone = (folder: string, unfinished: number): OpenedFolder => {
    marker.reached() // skipped this time only: the user can open it, and the next start tries again
    workspace.leave()
    const { [folder]: _, ...lastPosts } = state.session.value().lastPosts // it may be the post that cannot be shown
    state.session.set({ ...state.session.value(), lastPosts }).catch(notices.report)
    const text = t('app.startsUnfinished', { folder, count: unfinished })
    notices.tell({ kind: 'warning', text })
    return workspace.opened()
  }

  const openFirst = async (): Promise<OpenedFolder> => {
    const requested = requests.take()
    const last = state.session.value().lastFolder
    const request = requested ?? (last === null ? null : ({ kind: 'path', path: last } as const))
    if (request === null) return workspace.opened()
    const name = request.kind === 'path' ? request.path : t('app.sampleBlog')
    const unfinished = marker.begin(name)
    if (requested === null && unfinished >= maxUnfinished) return leaveAlone(name, unfinished)
    try {
      const tooLong = t('app.folderNotResponding', { name, seconds: Math.round(timeoutMs / 1000) })
      return await within(timeoutMs, openRequest(request), tooLong)
    } catch (error) {
      marker.reached()
      workspace.leave()
      notices.report(error)
      return workspace.opened()
    }
  }

  const openAgain = (): OpenedFolder => {
    const { site } = workspace.opened()
    const unfinished = site === null ? 0 : marker.begin(site.displayPath)
    // The folder may have changed since the start.
    return site === null || unfinished < maxUnfinished
      ? workspace.opened()
      : leaveAlone(site.displayPath, unfinished)
  }

  return {
    open: async () => {
      if (hasStarted) return openAgain()
      hasStarted = true
      return openFirst()
    },
    isRequested: () => !requests.isEmpty(),
    openNext: async () => {
      for (let next = requests.take(); next !== null; next = requests.take()) {
        try {
          return await openRequest(next)
        } catch (error) {
          notices.report(error) // then try the next request
        }
      }
      return null
    },
  }
}
