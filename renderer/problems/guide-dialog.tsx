import { useEffect, useRef, useState } from 'react'
import { messageOf } from '../../shared/app-error'
import { t } from '../../shared/texts/translate'
import { showGuide, useGuide } from '../document/problems/guide'
import { Dialog } from '../ui/dialog'
import styles from './guide-dialog.module.css'

/** The guide to the checks as HTML, loaded on first use. */
const drawGuide = async (): Promise<string> => {
  const [{ default: guide }, { renderComplete }, { featuresFor }] = await Promise.all([
    import('../../assets/guide/checks.md?raw'),
    import('../../shared/markdown/page/render-complete'),
    import('../../shared/generators/markdown-features'),
  ])
  const features = featuresFor({ profile: 'plain' })
  return (await renderComplete(guide, { features, assetUrl: () => null, remoteImages: 'hold' })).html
}

/** The guide, scrolled to a check. */
export const GuideDialog = () => {
  const check = useGuide((state) => state.check)
  if (check === null) return null
  return (
    <Dialog open onClose={() => showGuide(null)} title={t('checks.guide')} width={820}>
      <Guide check={check} />
    </Dialog>
  )
}

const Guide = ({ check }: { readonly check: string }) => {
  const [html, setHtml] = useState('')
  const [failure, setFailure] = useState('')
  const page = useRef<HTMLDivElement>(null)
  useEffect(() => {
    drawGuide().then(setHtml, (error: unknown) => setFailure(messageOf(error)))
  }, [])
  useEffect(() => {
    if (html === '') return
    const [group = check] = check.split('/') // the site's own rules share one row
    const row = page.current?.querySelector(`[id="${CSS.escape(group)}"]`)?.closest('tr')
    row?.setAttribute('aria-current', 'true')
    row?.scrollIntoView({ block: 'center' })
  }, [html, check])
  if (failure !== '') return <p role="alert">{failure}</p>
  return (
    <div
      ref={page}
      className={styles.guide}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrow keys scroll the focused element
      tabIndex={0}
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the app's own page
      dangerouslySetInnerHTML={{ __html: html }}
    />
  )
}
