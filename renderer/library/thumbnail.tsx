import { ImageOff } from 'lucide-react'
import { assetUrl } from '../../shared/ipc/site-calls'
import type { PostSummary } from '../../shared/post'
import styles from './thumbnail.module.css'

const pixels = 88 // twice the 44 that are drawn, for screens with two dots a pixel

const initialOf = (title: string): string => {
  const [first] = new Intl.Segmenter().segment(title.replace(/^[\s\p{P}]+/u, ''))
  return first?.segment.toLocaleUpperCase() ?? ''
}

/** Where the small image of a post comes from, empty where it has none. */
export const thumbnailOf = (post: PostSummary): string =>
  post.image && `${assetUrl(post.id, post.image)}&width=${pixels}&v=${post.modifiedMs}`

export interface ThumbnailProps {
  readonly post: PostSummary
  /** The image was asked for and is not there. */
  readonly missing: boolean
  readonly onMissing: (source: string) => void
}

/** The image of a post, small. A post without one shows its initial, a missing image says so. */
export const Thumbnail = ({ post, missing, onMissing }: ThumbnailProps) => {
  const source = thumbnailOf(post)
  if (!source) return <span className={styles.frame}>{initialOf(post.title)}</span>
  if (missing) {
    return (
      <span className={styles.frame} title={`The image ${post.image} was not found`}>
        <ImageOff size={18} strokeWidth={1.5} aria-hidden />
      </span>
    )
  }
  return (
    <span className={styles.frame}>
      <img
        className={styles.image}
        src={source}
        alt=""
        draggable={false}
        decoding="async"
        onError={() => onMissing(source)}
      />
    </span>
  )
}
