import { useEffect, useMemo, useState } from 'react'
import { type ImageCatalog, sizeOf } from '../../shared/images/catalog/image-catalog'
import { t } from '../../shared/texts/translate'
import { api } from '../base/api'
import { createDelayed } from '../base/delayed'
import { showError } from '../base/notices'
import { stopLookingForSame, useCatalog } from '../document/images/catalog-store'
import { ImageGrid } from '../document/images/image-grid'
import { countsOf, type ImageFilter, type ImageOrder, shownImages } from '../document/images/shown-images'
import { onFindings } from '../document/problems/findings'
import { useDocument } from '../document/state/document-state'
import { Select } from '../ui/select'
import { TextInput } from '../ui/text-input'
import { CompressDialog } from './compress-dialog'
import { type ImagesHost, lookAtAll, trashImage } from './image-actions'
import { ImageDetail } from './image-detail'
import { ImageUses } from './image-uses'
import styles from './images-pane.module.css'
import { changeImages, useImages } from './images-store'
import { MoveImageDialog } from './move-dialog'

const filters: readonly { readonly filter: ImageFilter; readonly label: string }[] = [
  { filter: 'all', label: t('library.all') },
  { filter: 'post', label: t('app.thisPost') },
  { filter: 'unused', label: t('images.filterUnused') },
  { filter: 'missing', label: t('images.filterMissing') },
  { filter: 'heavy', label: t('images.filterLarge') },
  { filter: 'same', label: t('images.filterSame') },
  { filter: 'no-alt', label: t('images.filterNoAlt') },
]

const orders: readonly { readonly value: ImageOrder; readonly label: string }[] = [
  { value: 'newest', label: t('library.newestFirst') },
  { value: 'largest', label: t('images.largestFirst') },
  { value: 'name', label: t('images.byName') },
  { value: 'path', label: t('library.byFolder') },
]

const Bar = ({ catalog }: { readonly catalog: ImageCatalog }) => {
  const { filter, order, words } = useImages()
  const post = useDocument((state) => state.post?.id ?? null)
  const isCompared = useCatalog(({ same }) => same !== null)
  const counts = useMemo(() => countsOf(catalog, post), [catalog, post])
  return (
    <div className={styles.bar}>
      {filters.map((one) => (
        <button
          key={one.filter}
          type="button"
          className={styles.filter}
          aria-pressed={filter === one.filter}
          onClick={() => changeImages({ filter: one.filter })}
        >
          {one.label} {one.filter === 'same' && !isCompared ? '…' : counts[one.filter].toLocaleString('en')}
        </button>
      ))}
      <span className={styles.find}>
        <Select
          label={t('library.order')}
          value={order}
          options={orders}
          onChange={(chosen) => changeImages({ order: chosen })}
        />
        <span className={styles.search}>
          <TextInput
            type="search"
            aria-label={t('images.search')}
            placeholder={t('images.search')}
            value={words}
            onValueChange={(typed) => changeImages({ words: typed })}
          />
        </span>
      </span>
    </div>
  )
}

const Missing = ({ catalog, host }: { readonly catalog: ImageCatalog; readonly host: ImagesHost }) =>
  catalog.missing.length === 0 ? (
    <p className={styles.empty}>{t('images.noneMissing')}</p>
  ) : (
    <ul className={styles.missing}>
      {catalog.missing.map(({ reference, uses }) => (
        <li key={reference}>
          <strong>{reference}</strong>
          <ImageUses host={host} uses={uses} />
        </li>
      ))}
    </ul>
  )

const restMs = 800

/** Loads the images now, and again when posts change or the window gets the focus; returns an unsubscribe function. */
const followImages = (): (() => void) => {
  const lookSoon = createDelayed(() => void lookAtAll().catch(showError))
  const again = () => lookSoon.start(restMs)
  void lookAtAll().catch(showError)
  const stop = onFindings(again)
  window.addEventListener('focus', again)
  return () => {
    lookSoon.stop()
    stop()
    stopLookingForSame().catch(showError)
    window.removeEventListener('focus', again)
  }
}

/** The Images view: all images of the site, their uses and problems. */
export const ImagesPane = ({ host }: { readonly host: ImagesHost }) => {
  const catalog = useCatalog((state) => state.catalog)
  const failure = useCatalog((state) => state.failure)
  const { filter, order, words, selected } = useImages()
  const size = useCatalog(({ sizes }) => sizeOf(sizes.get(selected ?? '')))
  const post = useDocument((state) => state.post?.id ?? null)
  const isCompared = useCatalog(({ same }) => same !== null)
  const moving = useImages((state) => state.moving)
  const setMoving = (path: string | null) => changeImages({ moving: path })
  const [compressing, setCompressing] = useState(false)
  useEffect(followImages, [])
  const images = useMemo(
    () => (catalog ? shownImages(catalog, { filter, order, words, post }) : []),
    [catalog, filter, order, words, post],
  )
  if (!catalog) return <p className={styles.empty}>{failure || t('images.loading')}</p>
  const image = catalog.images.find(({ path }) => path === selected)
  const insert = (path: string) => {
    if (post !== null)
      api.referenceToImage(post, path).then((reference) => host.insert?.(reference), showError)
  }
  return (
    <section className={styles.pane} aria-label={t('titles.view-images')}>
      <Bar catalog={catalog} />
      <div className={styles.main}>
        {catalog.unreadable.length > 0 && (
          <ul className={styles.unreadable} aria-label={t('images.unreadable')}>
            {catalog.unreadable.map(({ path, reason }) => (
              <li key={path}>{reason}</li>
            ))}
          </ul>
        )}
        {filter === 'missing' ? (
          <Missing catalog={catalog} host={host} />
        ) : images.length === 0 ? (
          <p className={styles.empty}>
            {catalog.images.length === 0
              ? t('images.noneInSite')
              : filter === 'same' && !isCompared
                ? t('images.lookingForSame')
                : t('images.noMatches')}
          </p>
        ) : (
          <ImageGrid
            images={images}
            selected={selected}
            onSelect={(path) => changeImages({ selected: path })}
            onChoose={insert}
            onDelete={(path) => trashImage(host, path).catch(showError)}
          />
        )}
      </div>
      {image ? (
        <ImageDetail
          host={host}
          image={image}
          size={size}
          onInsert={() => insert(image.path)}
          onMove={setMoving}
          onCompress={() => setCompressing(true)}
        />
      ) : (
        <aside className={styles.detail}>{t('images.chooseToSee')}</aside>
      )}
      {moving !== null && <MoveImageDialog host={host} from={moving} onClose={() => setMoving(null)} />}
      {compressing && image && (
        <CompressDialog host={host} path={image.path} size={size} onClose={() => setCompressing(false)} />
      )}
    </section>
  )
}
