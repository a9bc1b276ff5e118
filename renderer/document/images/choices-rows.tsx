import type { ImageChoices } from '../../../shared/images/image-choices'
import { t } from '../../../shared/texts/translate'
import { SegmentedControl } from '../../ui/segmented-control'
import { Switch } from '../../ui/switch'
import styles from './import-dialog.module.css'

export interface ChoicesRowsProps {
  readonly widths: readonly number[]
  /** The name of the original format: “JPEG”. */
  readonly format: string
  readonly choices: ImageChoices
  readonly onChange: (choices: ImageChoices) => void
}

const pixels = (width: number | null): string =>
  width === null ? t('images.originalWidth') : t('images.pixels', { width })

/** The choices for importing an image: width, format and metadata. */
export const ChoicesRows = ({ widths, format, choices, onChange }: ChoicesRowsProps) => (
  <div className={styles.rows}>
    <span>{t('images.widthInPixels')}</span>
    <SegmentedControl
      label={t('images.widthInPixels')}
      value={String(choices.width)}
      options={[...widths, null].map((width) => ({ value: String(width), label: pixels(width) }))}
      onChange={(value) => onChange({ ...choices, width: value === 'null' ? null : Number(value) })}
    />
    <span>{t('images.format')}</span>
    <SegmentedControl
      label={t('images.format')}
      value={choices.format}
      options={[
        { value: 'keep', label: format },
        { value: 'webp', label: 'WebP' },
        { value: 'avif', label: 'AVIF' },
      ]}
      onChange={(value) => onChange({ ...choices, format: value })}
    />
    <span>{t('images.removeMetadata')}</span>
    <Switch
      aria-label={t('images.removeMetadata')}
      checked={choices.metadata === 'remove'}
      onCheckedChange={(on) => onChange({ ...choices, metadata: on ? 'remove' : 'keep' })}
    />
  </div>
)

/** The common name of a media type: `image/jpeg` is JPEG. */
export const formatName = (type: string): string =>
  (type.split('/')[1] ?? type).replace(/\+.*/, '').toUpperCase()
