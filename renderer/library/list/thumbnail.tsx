import { ImageOff } from 'lucide-react'
import { assetUrl } from '../../../shared/ipc/site-calls'
import type { PostSummary } from '../../../shared/posts/post'
import { isRemoteReference } from '../../../shared/site/asset-reference'
import { t } from '../../../shared/texts/translate'
import { rememberLoaded, useRested } from '../../ui/rested'
import { useLibrary } from '../state/library-store'
import styles from './thumbnail.module.css'

const pixels = 88 // twice the 44 that are drawn, for high-density screens

const initialOf = (title: string): string => {
  const [first] = new Intl.Segmenter().segment(title.replace(/^[\s\p{P}]+/u, ''))
  return first?.segment.toLocaleUpperCase() ?? ''
}

/** The URL of a post's thumbnail; empty if it has no image, or one on another server, which is not asked for it. */
export const thumbnailOf = (post: PostSummary): string =>
  post.image && !isRemoteReference(post.image)
    ? `${assetUrl(post.id, post.image)}&width=${pixels}&v=${post.modifiedMs}`
    : ''

const readingMs = 500 // while the posts are being read

export interface ThumbnailProps {
  readonly post: PostSummary
  /** The image failed to load. */
  readonly missing: boolean
  /** Why an existing image is not shown; null if it was not found. */
  readonly why: string | null
  readonly onMissing: (source: string) => void
}

/** The thumbnail of a post. A post without an image shows its initial; a missing image is indicated. */
export const Thumbnail = ({ post, missing, why, onMissing }: ThumbnailProps) => {
  const source = thumbnailOf(post)
  const isReading = useLibrary((state) => state.progress !== null)
  const rested = useRested(source, isReading ? readingMs : undefined)
  if (!source)
    return (
      <span className={styles.frame} aria-hidden>
        {initialOf(post.title)}
      </span>
    )
  if (missing) {
    const title =
      why === null
        ? t('library.imageNotFound', { image: post.image ?? '' })
        : t('library.imageNotShown', { image: post.image ?? '', why })
    return (
      <span className={styles.frame} title={title} aria-hidden>
        <ImageOff size={18} strokeWidth={1.5} aria-hidden />
      </span>
    )
  }
  if (!rested) return <span className={styles.frame} />
  return (
    <span className={styles.frame}>
      <img
        className={styles.image}
        src={source}
        alt=""
        draggable={false}
        decoding="async"
        onLoad={() => rememberLoaded(source)}
        onError={() => onMissing(source)}
      />
    </span>
  )
}
