import { useEffect, useRef, useState } from 'react'
import { messageOf } from '../../../shared/app-error'
import { siteImageUrl } from '../../../shared/ipc/image-calls'
import type { SiteImage } from '../../../shared/ipc/site-calls'
import type { PostId } from '../../../shared/posts/post'
import { filePart } from '../../../shared/site/post-path'
import { showError } from '../../base/notices'
import { Button } from '../../ui/button'
import { Dialog } from '../../ui/dialog'
import { TextInput } from '../../ui/text-input'
import styles from './image-picker.module.css'
import { folderInWords } from './image-words'
import { importImage } from './import-image'
import { imagesOf } from './post-images'

export interface ImagePickerProps {
  readonly post: PostId
  readonly onPick: (reference: string) => void
  readonly onClose: () => void
}

const most = 300 // more are found by their name

/** The images of the site to choose from, those of the post first; a new one comes from a file. */
export const ImagePicker = ({ post, onPick, onClose }: ImagePickerProps) => {
  const [images, setImages] = useState<readonly SiteImage[] | null>(null)
  const [failure, setFailure] = useState('')
  const [query, setQuery] = useState('')
  const file = useRef<HTMLInputElement>(null)
  useEffect(() => {
    imagesOf(post).then(setImages, (error: unknown) => setFailure(messageOf(error)))
  }, [post])
  const words = query.toLocaleLowerCase()
  const found = images?.filter(({ path }) => path.toLocaleLowerCase().includes(words)) ?? []
  const pick = (reference: string) => {
    onPick(reference)
    onClose()
  }
  const take = async (chosen: File | undefined) => {
    if (!chosen) return
    try {
      const kept = await importImage(post, chosen)
      if (kept) pick(kept.reference)
    } catch (error) {
      showError(error, 'The image was not taken')
    }
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Choose an image"
      width={680}
      footer={
        <>
          <span className={styles.count}>{images && countOf(found.length, images.length)}</span>
          <Button onClick={() => file.current?.click()}>From a file…</Button>
        </>
      }
    >
      <TextInput
        type="search"
        aria-label="Search the images"
        placeholder="Search the images"
        value={query}
        onValueChange={setQuery}
      />
      <input
        ref={file}
        type="file"
        accept="image/*"
        hidden
        onChange={({ target }) => void take(target.files?.[0])}
      />
      {failure !== '' && <p role="alert">{failure}</p>}
      <ul className={styles.grid}>
        {found.slice(0, most).map(({ path, reference, size }) => (
          <li key={path}>
            <button type="button" className={styles.image} title={path} onClick={() => pick(reference)}>
              <img src={siteImageUrl(path, size)} alt="" loading="lazy" />
              <span className={styles.name}>{filePart(path)}</span>
              <span className={styles.folder}>{folderInWords(path)}</span>
            </button>
          </li>
        ))}
      </ul>
      {images && found.length === 0 && (
        <p className={styles.none}>
          {images.length === 0 ? 'The site has no images yet.' : 'No image has such a name.'}
        </p>
      )}
    </Dialog>
  )
}

const countOf = (found: number, all: number): string =>
  found === all ? (all === 1 ? '1 image' : `${all} images`) : `${found} of ${all} images`
