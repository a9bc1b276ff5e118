import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import type { CatalogImage, ImageSize } from '../../../shared/images/catalog/image-catalog'
import { heavyBytes } from '../../../shared/images/image-choices'
import { siteImageUrl } from '../../../shared/ipc/image-calls'
import { filePart } from '../../../shared/site/post-path'
import { t } from '../../../shared/texts/translate'
import { useCatalog, wantSizes } from './catalog-store'
import styles from './image-grid.module.css'
import { folderInWords, sizeInWords } from './image-words'

const [narrowest, gap, height] = [184, 16, 178]

const useWords = [t('images.unused'), t('images.usedOnce'), t('images.usedTwice')]

const usesOf = ({ uses, usedBy }: CatalogImage): string =>
  usedBy !== null && uses.length === 0
    ? t('images.usedIn', { file: filePart(usedBy) })
    : (useWords[uses.length] ?? t('images.usedTimes', { count: uses.length }))

const Cell = ({ image, size }: { readonly image: CatalogImage; readonly size: ImageSize | undefined }) => (
  <>
    <img
      className={styles.thumbnail}
      src={siteImageUrl(image.path, image.modifiedMs)}
      alt=""
      loading="lazy"
    />
    <div className={styles.name}>{filePart(image.path)}</div>
    <div className={styles.note} title={image.path}>
      {usesOf(image)} · {folderInWords(image.path)}
    </div>
    <div className={styles.note}>
      {size && `${size[0]} × ${size[1]} · `}
      <span data-heavy={image.size > heavyBytes || undefined}>{sizeInWords(image.size)}</span>
      {image.sameAs !== null && image.sameAs !== image.path && ` · ${t('images.sameImage')}`}
    </div>
    <span className={styles.path}>{image.path}</span>
  </>
)

export interface ImageGridProps {
  readonly images: readonly CatalogImage[]
  readonly selected: string | null
  readonly onSelect: (path: string) => void
  /** Enter or a double click. */
  readonly onChoose: (path: string) => void
  /** A click; selects by default. */
  readonly onPress?: (path: string) => void
  readonly onDelete?: (path: string) => void
  readonly ref?: Ref<HTMLDivElement>
}

/** A virtual grid of images. Arrow keys, Home, End and Page keys move through it. */
export const ImageGrid = ({
  images,
  selected,
  onSelect,
  onChoose,
  onPress = onSelect,
  onDelete,
  ref,
}: ImageGridProps) => {
  const scroller = useRef<HTMLDivElement>(null)
  useImperativeHandle(ref, () => scroller.current as HTMLDivElement)
  const name = useId()
  const sizes = useCatalog((state) => state.sizes)
  const [columns, setColumns] = useState(4)
  useLayoutEffect(() => {
    const box = scroller.current
    if (!box) return
    const watch = new ResizeObserver(() =>
      setColumns(Math.max(1, Math.floor((box.clientWidth - gap) / (narrowest + gap)))),
    )
    watch.observe(box)
    return () => watch.disconnect()
  }, [])
  const virtual = useVirtualizer({
    count: Math.ceil(images.length / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => height + gap,
    overscan: 2,
  })
  const rows = virtual.getVirtualItems()
  const [first, last] = [rows[0]?.index ?? 0, rows.at(-1)?.index ?? 0]
  useEffect(() => {
    wantSizes(images.slice(first * columns, (last + 1) * columns).map(({ path }) => path))
  }, [images, first, last, columns])
  const at = images.findIndex(({ path }) => path === selected)
  const go = (index: number) => {
    const image = images[Math.max(0, Math.min(images.length - 1, index))]
    if (!image) return
    onSelect(image.path)
    virtual.scrollToIndex(Math.floor(images.indexOf(image) / columns))
  }
  const page = columns * Math.max(1, Math.floor((scroller.current?.clientHeight ?? height) / (height + gap)))
  const steps: Readonly<Record<string, number>> = {
    ArrowRight: 1,
    ArrowLeft: -1,
    ArrowDown: columns,
    ArrowUp: -columns,
    PageDown: page,
    PageUp: -page,
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = steps[event.key]
    const path = images[at]?.path
    if (step !== undefined) go(at < 0 ? 0 : at + step)
    else if (event.key === 'Home') go(0)
    else if (event.key === 'End') go(images.length - 1)
    else if (event.key === 'Enter' && path !== undefined) onChoose(path)
    else if (event.key === 'Delete' && path !== undefined && onDelete) onDelete(path)
    else return
    event.preventDefault()
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: rows are drawn as they come into sight, which no table can do
    <div
      ref={scroller}
      className={styles.grid}
      role="grid"
      aria-label={t('images.ofSite')}
      aria-rowcount={Math.ceil(images.length / columns)}
      aria-activedescendant={at >= 0 ? `${name}-${at}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div className={styles.all} style={{ height: virtual.getTotalSize() }}>
        {rows.map(({ index, start }) => (
          // biome-ignore lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: as the grid
          <div
            key={index}
            role="row"
            aria-rowindex={index + 1}
            className={styles.row}
            style={{
              transform: `translateY(${start}px)`,
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            }}
          >
            {images.slice(index * columns, (index + 1) * columns).map((image, column) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/useFocusableInteractive lint/a11y/useSemanticElements: the grid has the keyboard
              <div
                key={image.path}
                id={`${name}-${index * columns + column}`}
                role="gridcell"
                aria-selected={image.path === selected}
                className={styles.cell}
                onClick={() => onPress(image.path)}
                onDoubleClick={() => onChoose(image.path)}
              >
                <Cell image={image} size={sizes.get(image.path)} />
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}
