import { useId } from 'react'
import { t } from '../../../shared/texts/translate'
import { SegmentedControl } from '../../ui/segmented-control'
import { Switch } from '../../ui/switch'
import styles from './preview-bar.module.css'
import { type PreviewState, type PreviewWidth, usePreview } from './preview-store'
import { useSiteStyle, wearSiteStyle } from './site-look'

const views = [
  { value: 'page', label: t('preview.page') },
  { value: 'card', label: t('preview.card') },
  { value: 'site', label: t('preview.site') },
] as const satisfies readonly { readonly value: PreviewState['view']; readonly label: string }[]

const widths = [
  { value: 'full', label: t('preview.fit') },
  { value: 'phone', label: t('preview.phone') },
  { value: 'tablet', label: t('preview.tablet') },
  { value: 'desktop', label: t('preview.desktop') },
] as const satisfies readonly { readonly value: PreviewWidth; readonly label: string }[]

/** The bar above the preview: its content and width. */
export const PreviewBar = () => {
  const { view, width } = usePreview()
  const siteStyle = useSiteStyle()
  const labelId = useId()
  return (
    <div className={styles.bar}>
      <SegmentedControl
        label={t('preview.whatShows')}
        value={view}
        options={views}
        onChange={(chosen) => usePreview.setState({ view: chosen })}
      />
      {view === 'page' && siteStyle !== null && (
        <div className={styles.siteStyle}>
          <span id={labelId}>{t('preview.siteStyle')}</span>
          <Switch aria-labelledby={labelId} checked={siteStyle} onCheckedChange={wearSiteStyle} />
        </div>
      )}
      {view !== 'card' && (
        <SegmentedControl
          label={t('preview.pageWidth')}
          value={width}
          options={widths}
          onChange={(chosen) => usePreview.setState({ width: chosen })}
        />
      )}
    </div>
  )
}
