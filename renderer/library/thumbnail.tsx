import { ImageOff } from 'lucide-react'
import { useState } from 'react'
import { assetUrl } from '../../shared/ipc/site-calls'
import type { PostSummary } from '../../shared/post'
import styles from './thumbnail.module.css'

const pixels = 88 // twice the 44 that are drawn, for screens with two dots a pixel

const initialOf = (title: string): string => {
  const [first] = new Intl.Segmenter().segment(title.replace(/^[\s\p{P}]+/u, ''))
  return first?.segment.toLocaleUpperCase() ?? ''
}

/** The image of a post, small. A post without one shows its initial, a missing image says so. */
export const Thumbnail = ({ post }: { readonly post: PostSummary }) => {
  const source = post.image && `${assetUrl(post.id, post.image)}&width=${pixels}&v=${post.modifiedMs}`
  const [missing, setMissing] = useState('')
  if (!source) return <span className={styles.frame}>{initialOf(post.title)}</span>
  if (missing === source) {
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
        onError={() => setMissing(source)}
      />
    </span>
  )
}
