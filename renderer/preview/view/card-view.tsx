import { useState } from 'react'
import { t } from '../../../shared/texts/translate'
import { useWhyNotShown } from '../../base/image-problem'
import styles from './card-view.module.css'
import type { PostFacts } from './use-page-head'

const Picture = ({ facts }: { readonly facts: PostFacts }) => {
  const { image } = facts
  const [missing, setMissing] = useState('')
  const why = useWhyNotShown(missing)
  if (!image) return <div className={styles.empty}>{t('preview.noImage')}</div>
  if (image.source.kind === 'shown') {
    const { url } = image.source
    if (missing === url)
      return (
        <div className={styles.empty}>
          {why === null
            ? t('preview.imageNotFound', { image: image.reference })
            : t('preview.imageNotShown', { image: image.reference, why })}
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
    {facts.minutes > 0 && <span dir="ltr">{t('preview.minRead', { minutes: facts.minutes })}</span>}
    {facts.featured && <span dir="ltr">{t('preview.featured')}</span>}
  </p>
)

/** The post as shown in lists of posts and on social networks. */
export const CardView = ({ facts }: { readonly facts: PostFacts }) => (
  <div className={styles.cards}>
    <h2 className={styles.label}>{t('commands.inList')}</h2>
    <article className={styles.list}>
      <Picture facts={facts} />
      <div className={styles.words} dir={facts.direction}>
        <h3 dir="auto">{facts.title || facts.slug}</h3>
        <Meta facts={facts} />
        <p className={styles.summary} dir="auto">
          {facts.summary || t('preview.noSummary')}
        </p>
      </div>
    </article>
    <h2 className={styles.label}>{t('preview.socialCard')}</h2>
    <article className={styles.social}>
      <Picture facts={facts} />
      <div className={styles.words} dir={facts.direction}>
        <p className={styles.meta} dir="ltr">
          {t('preview.exampleAddress', { slug: facts.slug })}
        </p>
        <h3 dir="auto">{facts.title || facts.slug}</h3>
        <p className={styles.summary} dir="auto">
          {facts.summary}
        </p>
      </div>
    </article>
  </div>
)
