import { useRef } from 'react'
import type { CatalogImage, ImageSize } from '../../shared/images/catalog/image-catalog'
import { siteImageUrl } from '../../shared/ipc/image-calls'
import { filePart, folderOf } from '../../shared/site/post-path'
import { t } from '../../shared/texts/translate'
import { api } from '../base/api'
import { showError } from '../base/notices'
import { words } from '../base/platform'
import { sizeInWords } from '../document/images/image-words'
import { Button } from '../ui/button'
import { useRested } from '../ui/rested'
import { type ImagesHost, replaceImage, trashImage } from './image-actions'
import { ImageUses } from './image-uses'
import styles from './images-pane.module.css'

export interface ImageDetailProps {
  readonly host: ImagesHost
  readonly image: CatalogImage
  readonly size: ImageSize
  readonly onInsert: () => void
  readonly onMove: (path: string) => void
  readonly onCompress: () => void
}

const maxUses = 20
const passingMs = 150 // keys move on faster

const Uses = ({ host, image }: Pick<ImageDetailProps, 'host' | 'image'>) => {
  const { uses, usedBy } = image
  if (uses.length === 0) return usedBy === null ? t('images.nowhere') : usedBy
  return (
    <>
      <ImageUses host={host} uses={uses.slice(0, maxUses)} />
      {uses.length > maxUses && t('images.andMoreUses', { count: uses.length - maxUses })}
    </>
  )
}

/** The details of an image, and its actions. */
export const ImageDetail = ({ host, image, size, onInsert, onMove, onCompress }: ImageDetailProps) => {
  const { path, uses, sameAs } = image
  const file = useRef<HTMLInputElement>(null)
  const source = siteImageUrl(path, image.modifiedMs, 416)
  const isRested = useRested(source, passingMs)
  const alts = [...new Set(uses.flatMap(({ alt }) => (alt === null || alt === '' ? [] : [alt])))]
  const replaceBy = (chosen: File | undefined) => {
    if (chosen)
      replaceImage(host, path, chosen).catch((error: unknown) => showError(error, t('images.notReplaced')))
  }
  return (
    <aside className={styles.detail} aria-label={t('images.selected')}>
      <img className={styles.large} src={isRested ? source : undefined} alt="" />
      <div className={styles.name}>{filePart(path)}</div>
      <dl className={styles.facts}>
        <dt>{t('images.size')}</dt>
        <dd>
          {size
            ? t('images.pixelsAndSize', { width: size[0], height: size[1], size: sizeInWords(image.size) })
            : sizeInWords(image.size)}
        </dd>
        <dt>{t('changes.folder')}</dt>
        <dd>
          {folderOf(path) === '' ? (
            t('images.siteRoot')
          ) : (
            <button
              type="button"
              className={styles.use}
              title={t('images.renameFolder')}
              onClick={() => onMove(folderOf(path))}
            >
              {folderOf(path)}
            </button>
          )}
        </dd>
        <dt>{t('images.altText')}</dt>
        <dd>{alts.length === 0 ? t('images.noAltText') : alts.join(' · ')}</dd>
        <dt>{t('images.usedBy')}</dt>
        <dd>
          <Uses host={host} image={image} />
        </dd>
        {sameAs !== null && (
          <>
            <dt>{t('images.sameAs')}</dt>
            <dd>{sameAs === path ? t('images.othersInList') : sameAs}</dd>
          </>
        )}
      </dl>
      <div className={styles.acts}>
        <Button look="primary" disabled={host.insert === null} focusableWhenDisabled onClick={onInsert}>
          {t('images.insert')}
        </Button>
        <Button onClick={() => file.current?.click()}>{t('images.replace')}</Button>
        <Button disabled={size === null} onClick={onCompress}>
          {t('images.compressMore')}
        </Button>
        <Button onClick={() => onMove(path)}>{t('images.rename')}</Button>
        <Button onClick={() => api.showImageInFolder(path).catch(showError)}>{words.reveal}</Button>
        <Button onClick={() => trashImage(host, path).catch(showError)}>{words.moveToBin}</Button>
      </div>
      <input
        ref={file}
        type="file"
        accept="image/*"
        hidden
        onChange={({ target }) => {
          replaceBy(target.files?.[0])
          target.value = ''
        }}
      />
    </aside>
  )
}
