import { ExternalLink, RotateCw } from 'lucide-react'
import { type ReactNode, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { SiteViewState } from '../../../shared/ipc/site-view-calls'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { runCommand } from '../../base/command-bus'
import { showError } from '../../base/notices'
import { useDocument } from '../../document/state/document-state'
import { Button, IconButton } from '../../ui/button'
import { Phrase } from '../../ui/phrase'
import { pixelsOf, usePreview } from '../view/preview-store'
import { watchOverlays } from './overlays'
import { placeIn, watchPlace } from './place'
import { ServerAddress } from './server-address'
import { showPageOf, startSiteView, useSiteView } from './site-state'
import styles from './site-view.module.css'

const reload = () => void api.reloadSitePage().catch(showError)

const Message = ({ title, children }: { readonly title: string; readonly children: ReactNode }) => (
  <div className={styles.message} role="status">
    <p className={styles.title}>{title}</p>
    {children}
  </div>
)

const NoServer = ({ address, start }: Omit<Extract<SiteViewState, { kind: 'no-server' }>, 'kind'>) => (
  <Message
    title={
      address === null
        ? t('preview.serverNotKnown')
        : t('preview.noServerAt', { host: new URL(address).host })
    }
  >
    <p className={styles.text}>
      {start === null ? (
        t('preview.connectsOnly')
      ) : (
        <Phrase
          text={t('preview.startWith', { command: '{command}' })}
          parts={{ command: <code>{start}</code> }}
        />
      )}
    </p>
    <ServerAddress usual={address} />
  </Message>
)

/** The host and path of an address, as readers see it. */
const shortOf = (address: string): string => {
  const { host, pathname } = new URL(address)
  try {
    return host + decodeURI(pathname)
  } catch {
    return host + pathname // a single % is literal
  }
}

const Facts = ({ address, status, drafts, blocked }: Extract<SiteViewState, { kind: 'shown' }>) => (
  <div className={styles.facts}>
    <span className={styles.where} dir="ltr" title={address}>
      {shortOf(address)}
    </span>
    {status >= 400 && (
      <span className={styles.warning} role="status">
        {drafts === null
          ? t('preview.serverAnswered', { status })
          : t('preview.draftPage', { command: drafts })}
      </span>
    )}
    {blocked.length > 0 && (
      <span className={styles.quiet} title={blocked.join('\n')}>
        {t('preview.serversBlocked', { count: blocked.length })}
      </span>
    )}
    <IconButton label={t('preview.reload')} onClick={reload}>
      <RotateCw size={14} aria-hidden />
    </IconButton>
    <IconButton
      label={t('titles.open-development')}
      command="open-development"
      onClick={() => runCommand('open-development')}
    >
      <ExternalLink size={14} aria-hidden />
    </IconButton>
  </div>
)

/** Positions main's view over an element, and shows a screenshot while an overlay covers it. */
const useNativeView = (width: number | null) => {
  const part = useRef<HTMLDivElement>(null)
  const [picture, setPicture] = useState<string | null>(null)
  useLayoutEffect(() => {
    if (!part.current) return
    return watchPlace(part.current, (box) => {
      const { place, zoom } = placeIn(box, width)
      api.placeSitePage(place, zoom).catch(showError)
    })
  }, [width])
  useEffect(() => {
    if (!part.current) return
    let isCovered = false
    const cover = async () => {
      const bytes = await api.coverSitePage()
      if (bytes && isCovered)
        setPicture(URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' })))
    }
    return watchOverlays(part.current, (covered) => {
      isCovered = covered
      if (covered) cover().catch(showError)
      else api.uncoverSitePage().then(() => setPicture(null), showError)
    })
  }, [])
  useEffect(() => (picture === null ? undefined : () => URL.revokeObjectURL(picture)), [picture])
  return { part, picture }
}

const focusPage = () => void api.focusSitePage().catch(showError)

/** The real page of the open post from the development server. */
export const SiteView = () => {
  const post = useDocument((state) => state.post?.id ?? null)
  const state = useSiteView((view) => view.state)
  const width = pixelsOf(usePreview((view) => view.width))
  const { part, picture } = useNativeView(width)
  useEffect(startSiteView, [])
  useEffect(() => (post === null ? undefined : showPageOf(post)), [post])
  return (
    <div className={styles.view}>
      {state.kind === 'shown' && <Facts {...state} />}
      <div ref={part} className={styles.part}>
        {state.kind === 'shown' && (
          <button
            type="button"
            className={styles.page}
            aria-label={t('preview.enterPage')}
            onClick={focusPage}
          >
            {picture !== null && <img className={styles.picture} src={picture} alt="" />}
          </button>
        )}
        {state.kind === 'looking' && <Message title={t('preview.lookingForServer')}>{null}</Message>}
        {state.kind === 'no-server' && <NoServer address={state.address} start={state.start} />}
        {state.kind === 'waiting' && (
          <Message title={t('preview.waitingForServer', { host: new URL(state.address).host })}>
            <p className={styles.text}>{t('preview.waitingForServerWhy')}</p>
          </Message>
        )}
        {state.kind === 'no-page' && (
          <Message title={t('preview.postAddressUnknown')}>
            <p className={styles.text}>{t('preview.postAddressWhy')}</p>
          </Message>
        )}
        {state.kind === 'stopped' && (
          <Message title={t('preview.pageNotShown')}>
            <p className={styles.text}>{state.message}</p>
            <Button onClick={reload}>{t('app.tryAgain')}</Button>
          </Message>
        )}
      </div>
    </div>
  )
}
