import { useEffect, useRef, useState } from 'react'
import { headRulesOf } from '../../shared/generators/head-rules'
import { t } from '../../shared/texts/translate'
import { changeSettings, getSettings } from '../base/settings-store'
import { useSite } from '../base/site-store'
import { drawPageHead } from './page/head'
import { frameAddress } from './page/preview-frame'
import styles from './preview-pane.module.css'
import { type PreviewSession, startPreview } from './session/preview-session'
import { SiteView } from './site/site-view'
import { CardView } from './view/card-view'
import { HeldImages } from './view/held-images'
import { useFeatures, useRemoteImages } from './view/page-choices'
import { PreviewBar } from './view/preview-bar'
import { pixelsOf, usePreview } from './view/preview-store'
import { useLookOfSite, useWornStyles } from './view/site-look'
import { drawSiteStyle } from './view/site-style'
import { useFrameSize } from './view/use-frame-size'
import { usePostFacts } from './view/use-page-head'

interface PreviewPaneProps {
  /** Attaches something to the loaded frame; returns a function that detaches it. */
  readonly join: (session: PreviewSession) => () => void
}

/** The preview of the open post. */
export const PreviewPane = ({ join }: PreviewPaneProps) => {
  const site = useSite((state) => state.site)
  const remoteImages = useRemoteImages()
  const view = usePreview((state) => state.view)
  const width = usePreview((state) => state.width)
  const [session, setSession] = useState<PreviewSession | null>(null)
  useLookOfSite()
  const features = useFeatures()
  const worn = useWornStyles()
  const options = {
    features,
    heads: site === null ? undefined : headRulesOf(site).heads,
    remoteImages,
  } as const
  const facts = usePostFacts(remoteImages, features.titleMarks)

  const wanted = useRef(options)
  wanted.current = options
  const signature = JSON.stringify([features, options.heads])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the signature stands for features and heads
  useEffect(() => session?.setOptions(wanted.current), [session, signature])
  useEffect(() => {
    if (session && facts) drawPageHead(session.frame.head, facts)
  }, [session, facts])
  useEffect(() => {
    if (session) drawSiteStyle(session.frame.document, worn)
  }, [session, worn])
  useEffect(() => {
    if (!session) return
    const part = join(session)
    return () => {
      part()
      session.dispose()
    }
  }, [session, join])

  const allow = () => {
    if (site) changeSettings({ remoteImages: [...getSettings().remoteImages, site.key] })
  }
  const pixels = pixelsOf(width)
  const desk = useRef<HTMLDivElement>(null)
  const size = useFrameSize(desk, pixels)
  return (
    <section className={styles.pane} aria-label={t('titles.layout-preview')}>
      <PreviewBar />
      {view === 'page' && remoteImages === 'hold' && <HeldImages session={session} onAllow={allow} />}
      <div ref={desk} className={styles.desk} data-view={view}>
        <iframe
          key={remoteImages}
          className={styles.frame}
          title={t('preview.previewOfPost')}
          sandbox="allow-same-origin"
          referrerPolicy="no-referrer"
          src={frameAddress(remoteImages)}
          style={size}
          data-narrow={pixels !== null || undefined}
          onLoad={({ currentTarget }) => setSession(startPreview(currentTarget, wanted.current))}
        />
        {view === 'card' && facts && <CardView facts={facts} />}
        {view === 'site' && <SiteView />}
      </div>
    </section>
  )
}
