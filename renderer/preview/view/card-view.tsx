import { useState } from 'react'
import { useWhyNotShown } from '../../base/image-problem'
import styles from './card-view.module.css'
import type { PostFacts } from './use-page-head'

const Picture = ({ facts }: { readonly facts: PostFacts }) => {
  const { image } = facts
  const [missing, setMissing] = useState('')
  const why = useWhyNotShown(missing)
  if (!image) return <div className={styles.empty}>No image</div>
  if (image.source.kind === 'shown') {
    const { url } = image.source
    if (missing === url)
      return (
        <div className={styles.empty}>
          {why === null
            ? `Image not found: ${image.reference}`
            : `${image.reference} cannot be shown. ${why}`}
        </div>
      )
    return <img className={styles.picture} src={url} alt="" onError={() => setMissing(url)} />
  }
  return <div className={styles.empty}>{image.reference}</div>
}

const Meta = ({ facts }: { readonly facts: PostFacts }) => (
  <p className={styles.meta}>
    {facts.date.text && (
      <time dir="auto" dateTime={facts.date.iso}>
        {facts.date.text}
      </time>
    )}
    {facts.minutes > 0 && <span dir="ltr">{facts.minutes} min read</span>}
    {facts.featured && <span dir="ltr">★ Featured</span>}
  </p>
)

/** The post as lists of posts and social networks show it. */
export const CardView = ({ facts }: { readonly facts: PostFacts }) => (
  <div className={styles.cards}>
    <h2 className={styles.label}>In the list of posts</h2>
    <article className={styles.list}>
      <Picture facts={facts} />
      <div className={styles.words}>
        <h3 dir="auto">{facts.title || facts.slug}</h3>
        <Meta facts={facts} />
        <p className={styles.summary} dir="auto">
          {facts.summary || 'No summary in the front matter.'}
        </p>
      </div>
    </article>
    <h2 className={styles.label}>Shared on a social network</h2>
    <article className={styles.social}>
      <Picture facts={facts} />
      <div className={styles.words}>
        <p className={styles.meta}>your-site.example / {facts.slug}</p>
        <h3 dir="auto">{facts.title || facts.slug}</h3>
        <p className={styles.summary} dir="auto">
          {facts.summary}
        </p>
      </div>
    </article>
  </div>
)
