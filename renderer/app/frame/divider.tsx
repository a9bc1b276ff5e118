import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import styles from './divider.module.css'

export interface DividerProps {
  readonly label: string
  /** Id of the part it resizes. */
  readonly controls: string
  readonly value: number
  readonly min: number
  readonly max: number
  /** The step of an arrow key. */
  readonly step: number
  /** The value after a double click. */
  readonly normal: number
  /** The value for a distance from the left edge of the window. */
  readonly valueAt: (x: number) => number
  /** Called while it moves, to preview the value. */
  readonly onMove: (value: number) => void
  /** Called when it is released. */
  readonly onSettle: (value: number) => void
}

/** The line between two parts of the window: drag it, or focus it and use the arrow keys. */
export const Divider = ({ label, controls, value, min, max, step, normal, valueAt, ...on }: DividerProps) => {
  const [dragging, setDragging] = useState(false)
  const grip = useRef(0)
  const within = (wanted: number) => Math.max(min, Math.min(max, wanted))

  const onPointerDown = (event: PointerEvent<HTMLElement>) => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    grip.current = event.clientX - event.currentTarget.getBoundingClientRect().left
    setDragging(true)
  }
  const at = (event: PointerEvent) => within(valueAt(event.clientX - grip.current))
  const end = (event: PointerEvent) => {
    if (!dragging) return
    setDragging(false)
    on.onSettle(at(event))
  }

  const onKeyDown = (event: KeyboardEvent) => {
    const targets: Readonly<Record<string, number>> = {
      ArrowLeft: value - step,
      ArrowRight: value + step,
      Home: min,
      End: max,
    }
    const target = targets[event.key]
    if (target === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    on.onSettle(within(target))
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: an <hr> cannot be moved; this is ARIA's window splitter
    <div
      className={styles.divider}
      role="separator"
      aria-label={label}
      aria-orientation="vertical"
      aria-controls={controls}
      aria-valuenow={Math.round(value)}
      aria-valuemin={Math.round(min)}
      aria-valuemax={Math.round(max)}
      tabIndex={0}
      data-dragging={dragging || undefined}
      onPointerDown={onPointerDown}
      onPointerMove={(event) => dragging && on.onMove(at(event))}
      onPointerUp={end}
      onPointerCancel={end}
      onDoubleClick={() => on.onSettle(normal)}
      onKeyDown={onKeyDown}
    />
  )
}
