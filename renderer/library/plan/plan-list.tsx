import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useRef } from 'react'
import { t } from '../../../shared/texts/translate'
import styles from './plan-dialog.module.css'

export interface PlanListProps<R> {
  readonly rows: readonly R[]
  readonly keyOf: (row: R) => string
  /** How high a row may be, until it is drawn and measured. */
  readonly heightOf: (row: R) => number
  readonly children: (row: R) => ReactNode
}

/** What an operation would change. All of it can be scrolled to, however much it is; only what is in sight is drawn. */
export const PlanList = <R,>({ rows, keyOf, heightOf, children }: PlanListProps<R>) => {
  const scroller = useRef<HTMLElement>(null)
  const at = (index: number): R => rows[index] as R // the virtualizer asks for the rows that it was told of
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(at(index)),
    getItemKey: (index) => keyOf(at(index)),
    overscan: 4,
  })
  return (
    <section ref={scroller} className={styles.plan} aria-label={t('changes.whatChanges')}>
      <ul className={styles.rows} style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => (
          <li
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            className={styles.row}
            style={{ transform: `translateY(${start}px)` }}
            aria-setsize={rows.length}
            aria-posinset={index + 1}
          >
            {children(at(index))}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** About how high the lines of a post are, each before and after. */
export const heightOfLines = (lines: number): number => headingHeight + lines * lineHeight

const headingHeight = 32
const lineHeight = 68
