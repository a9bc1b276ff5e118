import { useRef } from 'react'
import type { CatalogImage, ImageSize } from '../../shared/images/catalog/image-catalog'
import { siteImageUrl } from '../../shared/ipc/image-calls'
import { filePart, folderOf } from '../../shared/site/post-path'
import { api } from '../base/api'
import { showError } from '../base/notices'
import { sizeInWords } from '../document/images/image-words'
import { Button } from '../ui/button'
import { type ImagesHost, replaceImage, trashImage } from './image-actions'
import styles from './images-pane.module.css'

export interface ImageDetailProps {
  readonly host: ImagesHost
  readonly image: CatalogImage
  readonly size: ImageSize
  readonly onInsert: () => void
  readonly onMove: (path: string) => void
  readonly onCompress: () => void
}

const mostUses = 20

const Uses = ({ host, image }: Pick<ImageDetailProps, 'host' | 'image'>) => {
  const { uses, usedBy } = image
  if (uses.length === 0) return usedBy === null ? 'Nowhere' : usedBy
  return (
    <>
      {uses.slice(0, mostUses).map(({ id, line }, index) => (
        <button
          // biome-ignore lint/suspicious/noArrayIndexKey: one line may show an image twice
          key={`${id} ${line} ${index}`}
          type="button"
          className={styles.use}
          onClick={() => host.show(id, line).catch(showError)}
        >
          {host.titleOf(id)}, line {line}
        </button>
      ))}
      {uses.length > mostUses && `and ${uses.length - mostUses} more`}
    </>
  )
}

/** What matters of one image, and what can be done with it. */
export const ImageDetail = ({ host, image, size, onInsert, onMove, onCompress }: ImageDetailProps) => {
  const { path, uses, sameAs } = image
  const file = useRef<HTMLInputElement>(null)
  const alts = [...new Set(uses.flatMap(({ alt }) => (alt === null || alt === '' ? [] : [alt])))]
  const replaceBy = (chosen: File | undefined) => {
    if (chosen)
      replaceImage(host, path, chosen).catch((error: unknown) =>
        showError(error, 'The image was not replaced'),
      )
  }
  return (
    <aside className={styles.detail} aria-label="Selected image">
      <img className={styles.large} src={siteImageUrl(path, image.modifiedMs)} alt="" />
      <div className={styles.name}>{filePart(path)}</div>
      <dl className={styles.facts}>
        <dt>Size</dt>
        <dd>
          {size && `${size[0]} × ${size[1]}, `}
          {sizeInWords(image.size)}
        </dd>
        <dt>Folder</dt>
        <dd>
          {folderOf(path) === '' ? (
            'top of the site'
          ) : (
            <button
              type="button"
              className={styles.use}
              title="Rename the folder"
              onClick={() => onMove(folderOf(path))}
            >
              {folderOf(path)}
            </button>
          )}
        </dd>
        <dt>Alt text</dt>
        <dd>{alts.length === 0 ? 'None' : alts.join(' · ')}</dd>
        <dt>Used in</dt>
        <dd>
          <Uses host={host} image={image} />
        </dd>
        {sameAs !== null && (
          <>
            <dt>Same as</dt>
            <dd>{sameAs === path ? 'other images of this list' : sameAs}</dd>
          </>
        )}
      </dl>
      <div className={styles.acts}>
        <Button look="primary" disabled={host.insert === null} focusableWhenDisabled onClick={onInsert}>
          Insert
        </Button>
        <Button onClick={() => file.current?.click()}>Replace…</Button>
        <Button disabled={size === null} onClick={onCompress}>
          Compress…
        </Button>
        <Button onClick={() => onMove(path)}>Rename…</Button>
        <Button onClick={() => api.showImageInFolder(path).catch(showError)}>Show in folder</Button>
        <Button onClick={() => trashImage(host, path).catch(showError)}>Move to bin</Button>
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
