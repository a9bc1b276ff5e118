import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { KeptImage } from '../../../shared/ipc/image-calls'
import type { PostId } from '../../../shared/posts/post'
import { t } from '../../../shared/texts/translate'
import { api } from '../../base/api'
import { showError } from '../../base/notices'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextInput } from '../../ui/text-input'
import { lookAtImages, useCatalog } from './catalog-store'
import { ImageGrid } from './image-grid'
import styles from './image-picker.module.css'
import { importImage } from './import-image'
import { imagesOf } from './post-images'
import { imagesToPick } from './shown-images'

/** What was chosen: the reference to write, and the file where it was imported for it. */
export interface PickedImage {
  readonly reference: string
  readonly imported: KeptImage | null
}

export interface ImagePickerProps {
  readonly post: PostId
  readonly onPick: (image: PickedImage) => void
  readonly onClose: () => void
}

/** The images of the site to choose from, those of the post first; a new one comes from a file. */
export const ImagePicker = ({ post, onPick, onClose }: ImagePickerProps) => {
  const catalog = useCatalog((state) => state.catalog)
  const failure = useCatalog((state) => state.failure)
  const [own, setOwn] = useState<ReadonlySet<string>>(new Set())
  const [query, setQuery] = useState('')
  const [selected, setSelected] = useState<string | null>(null)
  const file = useRef<HTMLInputElement>(null)
  const grid = useRef<HTMLDivElement>(null)
  useEffect(() => void lookAtImages(), [])
  useEffect(() => {
    imagesOf(post).then(
      (images) => setOwn(new Set(images.flatMap((one) => (one.isOwn ? one.path : [])))),
      showError,
    )
  }, [post])
  const images = useMemo(
    () => (catalog ? imagesToPick(catalog, post, own, query) : []),
    [catalog, post, own, query],
  )
  const pick = (image: PickedImage) => {
    onPick(image)
    onClose()
  }
  const choose = (path: string) => {
    api.referenceToImage(post, path).then((reference) => pick({ reference, imported: null }), showError)
  }
  const take = async (chosen: File | undefined) => {
    if (!chosen) return
    try {
      const imported = await importImage(post, chosen)
      if (imported) pick({ reference: imported.reference, imported })
    } catch (error) {
      showError(error, t('images.notInserted'))
    }
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const [first] = images
    if (!first || (event.key !== 'ArrowDown' && event.key !== 'Enter')) return
    event.preventDefault()
    if (event.key === 'Enter') return choose(first.path)
    setSelected(first.path)
    grid.current?.focus()
  }
  const all = catalog?.images.length ?? 0
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('images.choose')}
      width={860}
      footer={
        <>
          <span className={styles.count}>{catalog && countOf(images.length, all)}</span>
          <Button onClick={() => file.current?.click()}>{t('images.fromFile')}</Button>
        </>
      }
    >
      <TextInput
        type="search"
        aria-label={t('images.search')}
        placeholder={t('images.search')}
        value={query}
        onValueChange={setQuery}
        onKeyDown={onKeyDown}
      />
      <input
        ref={file}
        type="file"
        accept="image/*"
        hidden
        onChange={({ target }) => void take(target.files?.[0])}
      />
      {failure !== '' && <p role="alert">{failure}</p>}
      <div className={styles.images}>
        {images.length > 0 ? (
          <ImageGrid
            ref={grid}
            images={images}
            selected={selected}
            onSelect={setSelected}
            onPress={choose}
            onChoose={choose}
          />
        ) : (
          <p className={styles.none}>{catalog ? noneOf(all) : t('images.loading')}</p>
        )}
      </div>
    </Dialog>
  )
}

const noneOf = (all: number): string => (all === 0 ? t('images.noneInSite') : t('images.noMatches'))

const countOf = (found: number, all: number): string =>
  found === all
    ? all === 1
      ? '1 image'
      : t('images.count', { count: all })
    : t('images.countOf', { found, all })
