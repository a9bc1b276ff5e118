import { messageOf } from '../../shared/app-error'
import { createLatest } from '../../shared/base/latest'
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
const usualPause = 1500
/** Milliseconds to wait for a server that accepts connections: the first page may take long to build. */
const patience = 60_000

/** Milliseconds after a save, and then after each other, at which the server is asked whether the page has changed. */
const looks = [300, 500, 1000, 2000, 4000, 8000]

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Passes on states that differ from the last one. */
const createTeller = (tell: (state: SiteViewState) => void) => {
  let last = ''
  return {
    tell: (state: SiteViewState) => {
      const words = JSON.stringify(state)
      if (words !== last) tell(state)
      last = words
    },
    forget: () => {
      last = ''
    },
  }
}

/** What is on the page: the address that was requested, and a hash of what the server sent. */
interface Shown {
  readonly asked: string
  readonly made: string
}

class ServerView implements SiteView {
  private readonly startTurn = createLatest()
  private readonly startSaved = createLatest()
  private readonly teller: ReturnType<typeof createTeller>
  /** Whether the page requested last is still wanted. */
  private isWanted = this.startTurn()
  private post: string | null = null
  private owner: string | null = null
  private page: SitePage | null = null
  private covered = false
  private placed: readonly [SiteViewPlace, number] | null = null
  private blocked: readonly string[] = []
  private shown: Shown | null = null

  constructor(private readonly options: SiteViewOptions) {
    this.teller = createTeller(options.tell)
  }

  readonly show = (postId: string): Promise<void> => {
    if (this.page === null) this.teller.tell({ kind: 'looking' })
    this.post = postId
    return this.look()
  }

  readonly place = (place: SiteViewPlace, zoom: number): void => {
    this.placed = [place, zoom]
    this.page?.place(place, zoom)
  }

  readonly cover = async (): Promise<Uint8Array | null> => {
    this.covered = true
    const picture = (await this.page?.picture()) ?? null
    if (this.covered) this.page?.setVisible(false)
    return picture
  }

  readonly uncover = (): void => {
    this.covered = false
    this.page?.setVisible(true)
  }

  readonly saved = (): void => {
    this.followSaved().catch((error: unknown) => this.fail(error))
  }

  readonly reload = async (): Promise<void> => {
    if (this.page !== null && this.shown !== null) this.page.reload()
    else await this.look()
  }

  readonly focus = (): void => {
    this.page?.focus()
  }

  readonly close = (): void => {
    this.isWanted = this.startTurn()
    this.teller.forget()
    this.post = null
    this.leavePage()
  }

  private leavePage(): void {
    this.page?.end()
    this.page = null
    this.owner = null
    this.shown = null
    this.blocked = []
  }

  private fail(error: unknown): void {
    this.leavePage()
    this.teller.tell({ kind: 'stopped', message: messageOf(error) })
  }

  private look(): Promise<void> {
    this.isWanted = this.startTurn()
    return this.request(this.isWanted)
  }

  /** Requests the page of the post; retries after a pause until another page is requested. */
  private async request(isWanted: () => boolean): Promise<void> {
    if (this.post === null) return
    const found = await this.options.locate(this.post)
    const { server, path } = found
    if (!isWanted()) return
    if (server.origin === null || path === null) {
      this.leavePage()
      this.teller.tell(
        server.origin === null
          ? { kind: 'no-server', address: null, start: server.start }
          : { kind: 'no-page' },
      )
      return
    }
    const at = { ...found, server: { ...server, origin: server.origin } }
    const asked = server.origin + path
    let answer = await this.options.ask(asked)
    if (!isWanted()) return
    if (answer === 'slow') {
      this.leavePage()
      this.teller.tell({ kind: 'waiting', address: server.origin })
      answer = await this.options.ask(asked, patience)
      if (!isWanted()) return
      if (answer === 'slow') return this.requestLater(isWanted)
    }
    if (answer === null) {
      this.leavePage()
      this.teller.tell({ kind: 'no-server', address: server.origin, start: server.start })
      this.requestLater(isWanted)
      return
    }
    const page = await this.pageAt(at, isWanted)
    if (page === null) return
    this.shown = { asked, made: answer.page }
    this.blocked = []
    page.load(asked)
  }

  private requestLater(isWanted: () => boolean): void {
    setTimeout(() => {
      if (isWanted()) this.request(isWanted).catch((error: unknown) => this.fail(error))
    }, this.options.pause ?? usualPause)
  }

  /** The page of this site; another site's page is replaced. Null if it is no longer wanted. */
  private async pageAt(at: Found, isWanted: () => boolean): Promise<SitePage | null> {
    if (this.page !== null && this.owner === ownerOf(at)) return this.page
    this.leavePage()
    const own: { page: SitePage | null } = { page: null }
    const page = await this.options.open(
      at.server.origin,
      this.eventsOf(at, () => own.page !== null && own.page === this.page),
    )
    own.page = page
    if (!isWanted()) {
      page.end()
      return null
    }
    this.page = page
    this.owner = ownerOf(at)
    if (this.placed) page.place(...this.placed)
    page.setVisible(!this.covered)
    return page
  }

  private eventsOf(at: Found, isCurrent: () => boolean): PageEvents {
    let state: Extract<SiteViewState, { kind: 'shown' }> | null = null
    const tellShown = () => {
      if (state) this.teller.tell({ ...state, blocked: this.blocked })
    }
    const ifCurrent =
      <A extends unknown[]>(run: (...args: A) => void) =>
      (...args: A): void => {
        if (isCurrent()) run(...args)
      }
    return {
      onBlocked: ifCurrent((host) => {
        if (this.blocked.includes(host) || this.blocked.length >= maxHosts) return
        this.blocked = [...this.blocked, host]
        tellShown()
      }),
      onShown: ifCurrent((address, status) => {
        const drafts = status === 404 ? at.server.drafts : null
        state = { kind: 'shown', address, status, drafts, blocked: this.blocked }
        tellShown()
      }),
      onUnanswered: ifCurrent(() => void this.look().catch((error: unknown) => this.fail(error))),
      onStopped: ifCurrent((message) => {
        this.isWanted = this.startTurn()
        this.leavePage()
        this.teller.tell({ kind: 'stopped', message })
      }),
      onWindowGone: ifCurrent(() => this.close()),
    }
  }

  /** After a save, reloads the page as soon as the server sends another one. */
  private async followSaved(): Promise<void> {
    const isLatest = this.startSaved()
    if (this.post === null || this.shown === null) return
    const { server, path } = await this.options.locate(this.post)
    if (!isLatest() || this.shown === null) return
    if (`${server.origin}${path}` !== this.shown.asked) return this.look()
    for (const [index, ms] of looks.entries()) {
      await wait(ms)
      if (!isLatest() || this.shown === null) return
      const answer = await this.options.ask(this.shown.asked)
      if (!isLatest() || this.shown === null) return
      if (answer === null || answer === 'slow' || (index > 0 && answer.page === this.shown.made)) continue
      this.shown = { ...this.shown, made: answer.page }
      this.page?.reload()
    }
  }
}

/** Creates the view; nothing is shown yet. */
export const createSiteView = (options: SiteViewOptions): SiteView => new ServerView(options)
