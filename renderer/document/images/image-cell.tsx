import { ImageOff } from 'lucide-react'
import { memo, useState } from 'react'
import { type CatalogImage, sizeOf } from '../../../shared/images/catalog/image-catalog'
import { heavyBytes } from '../../../shared/images/image-choices'
import { siteImageUrl } from '../../../shared/ipc/image-calls'
import { filePart } from '../../../shared/site/post-path'
import { t } from '../../../shared/texts/translate'
import { rememberLoaded, useRested } from '../../ui/rested'
import { useCatalog } from './catalog-store'
import styles from './image-grid.module.css'
import { folderInWords, sizeInWords } from './image-words'

const useWords = [t('images.unused'), t('images.usedOnce'), t('images.usedTwice')]

const usesOf = ({ uses, usedBy }: CatalogImage): string =>
  usedBy !== null && uses.length === 0
    ? t('images.usedIn', { file: filePart(usedBy) })
    : (useWords[uses.length] ?? t('images.usedTimes', { count: uses.length }))

const passingMs = 120

const Thumbnail = ({ image: { path, modifiedMs } }: { readonly image: CatalogImage }) => {
  const source = siteImageUrl(path, modifiedMs, devicePixelRatio > 1 ? 416 : 208)
  const rested = useRested(source, passingMs)
  const [failed, setFailed] = useState('')
  return (
    <div className={styles.thumbnail} title={failed === source ? t('app.imageDamaged') : undefined}>
      {failed === source ? (
        <ImageOff size={24} strokeWidth={1.5} aria-hidden />
      ) : (
        <img
          src={rested ? source : undefined}
          alt=""
          draggable={false}
          decoding="async"
          onLoad={() => rememberLoaded(source)}
          onError={() => setFailed(source)}
        />
      )}
    </div>
  )
}

const Size = ({ image }: { readonly image: CatalogImage }) => {
  const measured = useCatalog(({ sizes }) => sizes.get(image.path))
  if (measured && 'unreadable' in measured)
    return (
      <div className={styles.note} title={measured.unreadable}>
        <span data-problem>{t('images.cannotBeRead')}</span>
      </div>
    )
  const size = sizeOf(measured)
  return (
    <div className={styles.note}>
      {size && `${t('images.pixelsBy', { width: size[0], height: size[1] })} · `}
      <span data-heavy={image.size > heavyBytes || undefined}>{sizeInWords(image.size)}</span>
      {image.sameAs !== null && image.sameAs !== image.path && ` · ${t('images.sameImage')}`}
    </div>
  )
}

export interface ImageCellProps {
  readonly id: string
  readonly image: CatalogImage
  readonly isSelected: boolean
  readonly onPress: (path: string) => void
  readonly onChoose: (path: string) => void
}

/** One image of the grid: thumbnail, name, uses, folder, size and weight. */
export const ImageCell = memo(({ id, image, isSelected, onPress, onChoose }: ImageCellProps) => (
  // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: the grid has the keyboard
  <div
    id={id}
    role="gridcell"
    aria-selected={isSelected}
    className={styles.cell}
    onClick={() => onPress(image.path)}
    onDoubleClick={() => onChoose(image.path)}
  >
    <Thumbnail image={image} />
    <div className={styles.name}>{filePart(image.path)}</div>
    <div className={styles.note} title={image.path}>
      {usesOf(image)} · {folderInWords(image.path)}
    </div>
    <Size image={image} />
    <span className={styles.path}>{image.path}</span>
  </div>
))
