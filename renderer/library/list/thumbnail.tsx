import { ImageOff } from 'lucide-react'
import { useEffect, useState } from 'react'
import { assetUrl } from '../../../shared/ipc/site-calls'
import type { PostSummary } from '../../../shared/posts/post'
import { t } from '../../../shared/texts/translate'
import { useLibrary } from '../state/library-store'
import styles from './thumbnail.module.css'

const pixels = 88 // twice the 44 that are drawn, for screens with two dots a pixel

const initialOf = (title: string): string => {
  const [first] = new Intl.Segmenter().segment(title.replace(/^[\s\p{P}]+/u, ''))
  return first?.segment.toLocaleUpperCase() ?? ''
}

/** Where the small image of a post comes from, empty where it has none. */
export const thumbnailOf = (post: PostSummary): string =>
  post.image && `${assetUrl(post.id, post.image)}&width=${pixels}&v=${post.modifiedMs}`

// A row that is only passing by, in a list that is scrolled far or a folder that is just being read, asks for nothing.
const passingMs = 50
const readingMs = 500
const maxSeen = 2000
const seen = new Set<string>()

const useRested = (source: string): boolean => {
  const [rested, setRested] = useState('')
  const reading = useLibrary((state) => state.progress !== null)
  const known = source === '' || seen.has(source) || rested === source
  useEffect(() => {
    if (known) return
    const timer = setTimeout(() => setRested(source), reading ? readingMs : passingMs)
    return () => clearTimeout(timer)
  }, [known, reading, source])
  return known
}

const remember = (source: string): void => {
  if (seen.size >= maxSeen) seen.clear()
  seen.add(source)
}

export interface ThumbnailProps {
  readonly post: PostSummary
  /** The image was asked for and did not come. */
  readonly missing: boolean
  /** Why it is there and does not show; null where it was not found. */
  readonly why: string | null
  readonly onMissing: (source: string) => void
}

/** The image of a post, small. A post without one shows its initial, a missing image says so. */
export const Thumbnail = ({ post, missing, why, onMissing }: ThumbnailProps) => {
  const source = thumbnailOf(post)
  const rested = useRested(source)
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
        onLoad={() => remember(source)}
        onError={() => onMissing(source)}
      />
    </span>
  )
}
