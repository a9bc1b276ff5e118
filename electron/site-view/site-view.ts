import { messageOf } from '../../shared/app-error'
import type { SiteViewPlace, SiteViewState } from '../../shared/ipc/site-view-calls'
import type { askServer } from '../site/ask-server'
import type { ServerOfSite } from '../site/development-server'

/** A page of the development server in the window. */
export interface SitePage {
  readonly load: (address: string) => void
  readonly reload: () => void
  readonly place: (place: SiteViewPlace, zoom: number) => void
  readonly setVisible: (visible: boolean) => void
  /** A screenshot as JPEG; null if it takes too long. */
  readonly picture: () => Promise<Uint8Array | null>
  readonly focus: () => void
  readonly end: () => void
}

/** The events of a page. */
export interface PageEvents {
  /** A request to this host was blocked. */
  readonly onBlocked: (host: string) => void
  readonly onShown: (address: string, status: number) => void
  /** The server no longer responds. */
  readonly onUnanswered: () => void
  readonly onStopped: (message: string) => void
  /** Its window was closed or reloaded. */
  readonly onWindowGone: () => void
}

/** Where the page of a post is. */
export interface PageOnServer {
  /** Identifies the site, since others may use the same server. */
  readonly site: string
  readonly server: ServerOfSite
  /** Null if unknown. */
  readonly path: string | null
}

export interface SiteViewOptions {
  readonly locate: (postId: string) => Promise<PageOnServer>
  readonly ask: typeof askServer
  readonly open: (origin: string, events: PageEvents) => Promise<SitePage>
  readonly tell: (state: SiteViewState) => void
  /** Milliseconds between attempts to reach a server that is not running. */
  readonly pause?: number
}

/** The view of a site's own page: finds the server, and follows the open post and its saves. */
export interface SiteView {
  readonly show: (postId: string) => Promise<void>
  readonly place: (place: SiteViewPlace, zoom: number) => void
  readonly cover: () => Promise<Uint8Array | null>
  readonly uncover: () => void
  readonly saved: () => void
  readonly reload: () => Promise<void>
  readonly focus: () => void
  readonly close: () => void
}

interface Found extends PageOnServer {
  readonly server: ServerOfSite & { readonly origin: string }
}

const ownerOf = ({ site, server }: Found): string => `${server.origin} ${site}`

const maxHosts = 20

/** Milliseconds after a save, and then after each other, at which the server is asked whether the page has changed. */
const looks = [300, 500, 1000, 2000, 4000, 8000]

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Creates the view; nothing is shown yet. */
export const createSiteView = ({ locate, ask, open, pause = 1500, ...to }: SiteViewOptions): SiteView => {
  let turn = 0
  let saves = 0
  let post: string | null = null
  let owner: string | null = null
  let page: SitePage | null = null
  let covered = false
  let placed: readonly [SiteViewPlace, number] | null = null
  let blocked: readonly string[] = []
  let shown: { readonly asked: string; readonly made: string } | null = null

  let lastState = ''
  const tell = (state: SiteViewState) => {
    const words = JSON.stringify(state)
    if (words !== lastState) to.tell(state)
    lastState = words
  }

  const leavePage = () => {
    page?.end()
    page = null
    owner = null
    shown = null
    blocked = []
  }

  const close = () => {
    turn += 1
    lastState = ''
    post = null
    leavePage()
  }

  const openPage = async (at: Found, mine: number): Promise<SitePage | null> => {
    leavePage()
    let own: SitePage | null = null
    let state: Extract<SiteViewState, { kind: 'shown' }> | null = null
    const isCurrent = () => own !== null && own === page
    const tellShown = () => {
      if (state) tell({ ...state, blocked })
    }
    own = await open(at.server.origin, {
      onBlocked: (host) => {
        if (!isCurrent() || blocked.includes(host) || blocked.length >= maxHosts) return
        blocked = [...blocked, host]
        tellShown()
      },
      onShown: (address, status) => {
        if (!isCurrent()) return
        state = { kind: 'shown', address, status, drafts: status === 404 ? at.server.drafts : null, blocked }
        tellShown()
      },
      onUnanswered: () => {
        if (isCurrent()) look().catch(failed)
      },
      onStopped: (message) => {
        if (!isCurrent()) return
        turn += 1
        leavePage()
        tell({ kind: 'stopped', message })
      },
      onWindowGone: () => {
        if (isCurrent()) close()
      },
    })
    if (mine !== turn) {
      own.end()
      return null
    }
    page = own
    owner = ownerOf(at)
    if (placed) own.place(...placed)
    own.setVisible(!covered)
    return own
  }

  const failed = (error: unknown) => {
    leavePage()
    tell({ kind: 'stopped', message: messageOf(error) })
  }

  /** Requests the page of the post; retries after a pause until another page is requested. */
  const pass = async (mine: number): Promise<void> => {
    if (post === null) return
    const found = await locate(post)
    const { server, path } = found
    if (mine !== turn) return
    if (server.origin === null || path === null) {
      leavePage()
      tell(
        server.origin === null
          ? { kind: 'no-server', address: null, start: server.start }
          : { kind: 'no-page' },
      )
      return
    }
    const at = { ...found, server: { ...server, origin: server.origin } }
    const asked = server.origin + path
    const answer = await ask(asked)
    if (mine !== turn) return
    if (answer === null) {
      leavePage()
      tell({ kind: 'no-server', address: server.origin, start: server.start })
      setTimeout(() => {
        if (mine === turn) pass(mine).catch(failed)
      }, pause)
      return
    }
    const into = page !== null && owner === ownerOf(at) ? page : await openPage(at, mine)
    if (into === null) return
    shown = { asked, made: answer.page }
    blocked = []
    into.load(asked)
  }

  const look = (): Promise<void> => {
    turn += 1
    return pass(turn)
  }

  const followSaved = async (): Promise<void> => {
    saves += 1
    const mine = saves
    const isOver = () => mine !== saves || post === null || shown === null
    if (post === null || shown === null) return
    const { server, path } = await locate(post)
    if (isOver()) return
    if (`${server.origin}${path}` !== shown.asked) return look()
    for (const [index, ms] of looks.entries()) {
      await wait(ms)
      if (isOver()) return
      const answer = await ask(shown.asked)
      if (isOver()) return
      if (answer === null || (index > 0 && answer.page === shown.made)) continue
      shown = { ...shown, made: answer.page }
      page?.reload()
    }
  }

  return {
    show: (postId) => {
      if (page === null) tell({ kind: 'looking' })
      post = postId
      return look()
    },
    place: (place, zoom) => {
      placed = [place, zoom]
      page?.place(place, zoom)
    },
    cover: async () => {
      covered = true
      const picture = (await page?.picture()) ?? null
      if (covered) page?.setVisible(false)
      return picture
    },
    uncover: () => {
      covered = false
      page?.setVisible(true)
    },
    saved: () => {
      followSaved().catch(failed)
    },
    reload: async () => {
      if (page !== null && shown !== null) page.reload()
      else await look()
    },
    focus: () => page?.focus(),
    close,
  }
}
