import { useVirtualizer } from '@tanstack/react-virtual'
import { type ReactNode, useRef } from 'react'
import { t } from '../../../shared/texts/translate'
import styles from './plan-dialog.module.css'

export interface PlanListProps<R> {
  readonly rows: readonly R[]
  readonly keyOf: (row: R) => string
  /** The estimated height of a row, until it is measured. */
  readonly heightOf: (row: R) => number
  readonly children: (row: R) => ReactNode
}

/** The virtual list of an operation's changes. */
export const PlanList = <R,>({ rows, keyOf, heightOf, children }: PlanListProps<R>) => {
  const scroller = useRef<HTMLElement>(null)
  const at = (index: number): R => rows[index] as R // the virtualizer requests only existing rows
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

/** The estimated height of a post's lines, before and after. */
export const heightOfLines = (lines: number): number => headingHeight + lines * lineHeight

const headingHeight = 32
const lineHeight = 68
