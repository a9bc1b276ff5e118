import type { ImageUse } from '../../shared/images/catalog/image-catalog'
import { t } from '../../shared/texts/translate'
import { showError } from '../base/notices'
import type { ImagesHost } from './image-actions'
import styles from './images-pane.module.css'

export interface ImageUsesProps {
  readonly host: ImagesHost
  readonly uses: readonly ImageUse[]
}

/** The places that use an image; each opens its post there. */
export const ImageUses = ({ host, uses }: ImageUsesProps) =>
  uses.map(({ id, line }, index) => (
    <button
      // biome-ignore lint/suspicious/noArrayIndexKey: one line may use an image twice
      key={`${id} ${line} ${index}`}
      type="button"
      className={styles.use}
      onClick={() => host.show(id, line).catch(showError)}
    >
      {t('images.titleAtLine', { title: host.titleOf(id), line })}
    </button>
  ))
