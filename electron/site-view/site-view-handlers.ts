import type { OpenedPage, siteViewCalls } from '../../shared/ipc/site-view-calls'
import type { Settings } from '../../shared/settings'
import { t } from '../../shared/texts/translate'
import { readPost } from '../posts/post-file'
import type { HandlersOf } from '../security/ipc'
import { askServer } from '../site/ask-server'
import type { Site } from '../site/detect-site'
import { serverOfSite } from '../site/development-server'
import { liveAddress, pathOnServer } from '../site/page-address'
import { createSiteView, type PageOnServer, type SiteViewOptions } from './site-view'

export interface SiteViewHandlersOptions extends Pick<SiteViewOptions, 'open' | 'tell'> {
  /** The open site; throws an AppError if none is open. */
  readonly site: () => Site
  readonly settings: () => Settings
  /** Opens an address in the browser. */
  readonly openExternal: (address: string) => Promise<void>
}

/** The calls about the site's own page of a post. */
export const siteViewHandlers = ({
  site,
  settings,
  openExternal,
  ...of
}: SiteViewHandlersOptions): HandlersOf<typeof siteViewCalls> => {
  const locate = async (postId: string): Promise<PageOnServer> => {
    const open = site()
    const [server, { text }] = await Promise.all([
      serverOfSite(open, settings().developmentServers[open.key]),
      readPost(open.postsRoot, postId),
    ])
    return { site: open.key, server, path: pathOnServer(open, server.basePath, postId, text) }
  }
  const view = createSiteView({ locate, ask: askServer, ...of })
  const openAddress = async (address: string): Promise<OpenedPage> => {
    await openExternal(address)
    return { kind: 'opened' }
  }
  return {
    showSitePage: view.show,
    placeSitePage: view.place,
    coverSitePage: view.cover,
    uncoverSitePage: view.uncover,
    followSavedPage: view.saved,
    reloadSitePage: view.reload,
    focusSitePage: view.focus,
    closeSitePage: view.close,
    findUsualServer: async () => (await serverOfSite(site(), undefined)).origin,
    openPostIn: async (postId, where) => {
      if (where === 'live') {
        const open = site()
        const { text } = await readPost(open.postsRoot, postId)
        const address = liveAddress(open, postId, text)
        return address === null ? { kind: 'refused', reason: whyNoAddress(open) } : openAddress(address)
      }
      const { server, path } = await locate(postId)
      if (server.origin === null) return { kind: 'refused', reason: noServerKnown }
      if (path === null) return { kind: 'refused', reason: noPath }
      if ((await askServer(server.origin + path)) === null)
        return { kind: 'refused', reason: notRunning(server.origin, server.start) }
      return openAddress(server.origin + path)
    },
  }
}

const noPath = t('preview.noAddressForPost')
const noServerKnown = t('preview.serverUnknown')

const whyNoAddress = ({ address }: Site): string => (address === null ? t('preview.noSiteAddress') : noPath)

const notRunning = (origin: string, start: string | null): string =>
  start === null
    ? t('preview.serverNotRunning', { host: new URL(origin).host })
    : t('preview.serverStartWith', { host: new URL(origin).host, command: start })
