import { useVirtualizer } from '@tanstack/react-virtual'
import {
  type KeyboardEvent,
  type Ref,
  useCallback,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react'
import type { CatalogImage } from '../../../shared/images/catalog/image-catalog'
import { t } from '../../../shared/texts/translate'
import { wantSizes } from './catalog-store'
import { ImageCell } from './image-cell'
import styles from './image-grid.module.css'

// A row that comes into sight takes over the elements of one that left: those of images are freed late.
const [narrowest, gap, height, overscan] = [184, 16, 178, 2]

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

/** A function that stays the same and calls the one of the latest render, so that cells need not be drawn again. */
const useSameFunction = (latest: (path: string) => void): ((path: string) => void) => {
  const current = useRef(latest)
  useLayoutEffect(() => {
    current.current = latest
  })
  return useCallback((path) => current.current(path), [])
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
  const [columns, setColumns] = useState(4)
  const [drawnRows, setDrawnRows] = useState(1)
  useLayoutEffect(() => {
    const box = scroller.current
    if (!box) return
    const watch = new ResizeObserver(() => {
      setColumns(Math.max(1, Math.floor((box.clientWidth - gap) / (narrowest + gap))))
      setDrawnRows(Math.ceil(box.clientHeight / (height + gap)) + 1 + 2 * overscan)
    })
    watch.observe(box)
    return () => watch.disconnect()
  }, [])
  const virtual = useVirtualizer({
    count: Math.ceil(images.length / columns),
    getScrollElement: () => scroller.current,
    estimateSize: () => height + gap,
    overscan,
  })
  const rows = virtual.getVirtualItems()
  const keys = Math.max(drawnRows, rows.length)
  const [first, last] = [rows[0]?.index ?? 0, rows.at(-1)?.index ?? 0]
  useEffect(() => {
    wantSizes(images.slice(first * columns, (last + 1) * columns).map(({ path }) => path))
  }, [images, first, last, columns])
  const at = useMemo(() => images.findIndex(({ path }) => path === selected), [images, selected])
  const [press, choose] = [useSameFunction(onPress), useSameFunction(onChoose)]
  const go = (index: number) => {
    const next = Math.max(0, Math.min(images.length - 1, index))
    const image = images[next]
    if (!image) return
    onSelect(image.path)
    virtual.scrollToIndex(Math.floor(next / columns))
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
            key={index % keys}
            role="row"
            aria-rowindex={index + 1}
            className={styles.row}
            style={{
              transform: `translateY(${start}px)`,
              gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
            }}
          >
            {images.slice(index * columns, (index + 1) * columns).map((image, column) => (
              <ImageCell
                // biome-ignore lint/suspicious/noArrayIndexKey: a cell takes over another image with its row
                key={column}
                id={`${name}-${index * columns + column}`}
                image={image}
                isSelected={image.path === selected}
                onPress={press}
                onChoose={choose}
              />
            ))}
          </div>
        ))}
      </div>
    </div>
  )
}
