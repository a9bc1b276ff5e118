import { useId } from 'react'
import { SegmentedControl } from '../../ui/segmented-control'
import { Switch } from '../../ui/switch'
import styles from './preview-bar.module.css'
import { type PreviewState, type PreviewWidth, usePreview } from './preview-store'
import { useSiteStyle, wearSiteStyle } from './site-look'

const views = [
  { value: 'page', label: 'Page' },
  { value: 'card', label: 'Card' },
  { value: 'site', label: 'Site' },
] as const satisfies readonly { readonly value: PreviewState['view']; readonly label: string }[]

const widths = [
  { value: 'full', label: 'Fit' },
  { value: 'phone', label: 'Phone' },
  { value: 'tablet', label: 'Tablet' },
  { value: 'desktop', label: 'Desktop' },
] as const satisfies readonly { readonly value: PreviewWidth; readonly label: string }[]

/** The quiet line over the preview: what it shows, and how wide. */
export const PreviewBar = () => {
  const { view, width } = usePreview()
  const siteStyle = useSiteStyle()
  const labelId = useId()
  return (
    <div className={styles.bar}>
      <SegmentedControl
        label="What the preview shows"
        value={view}
        options={views}
        onChange={(chosen) => usePreview.setState({ view: chosen })}
      />
      {view === 'page' && siteStyle !== null && (
        <div className={styles.siteStyle}>
          <span id={labelId}>Site style</span>
          <Switch aria-labelledby={labelId} checked={siteStyle} onCheckedChange={wearSiteStyle} />
        </div>
      )}
      {view !== 'card' && (
        <SegmentedControl
          label="Width of the page"
          value={width}
          options={widths}
          onChange={(chosen) => usePreview.setState({ width: chosen })}
        />
      )}
    </div>
  )
}
