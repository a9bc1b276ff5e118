import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import styles from './outline-pane.module.css'

export interface EntryListProps<T> {
  readonly label: string
  readonly entries: readonly T[]
  /** The current entry, where the keyboard starts; -1 for none. */
  readonly current: number
  readonly keyOf: (entry: T) => string
  readonly depthOf?: (entry: T) => number
  readonly onGo: (entry: T) => void
  readonly children: (entry: T) => ReactNode
}

/** A list that is one tab stop: arrow keys move, Enter or a click opens an entry. */
export const EntryList = <T,>({
  label,
  entries,
  current,
  keyOf,
  depthOf,
  onGo,
  children,
}: EntryListProps<T>) => {
  const id = useId()
  const [moved, setMoved] = useState<number | null>(null)
  const at = Math.max(0, Math.min(moved ?? current, entries.length - 1))

  const onKeyDown = (event: KeyboardEvent) => {
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(entries.length - 1, at + 1),
      ArrowUp: Math.max(0, at - 1),
      Home: 0,
      End: entries.length - 1,
    }
    const target = targets[event.key]
    const entry = entries[at]
    if (target !== undefined) {
      setMoved(target)
      document.getElementById(`${id}-${target}`)?.scrollIntoView({ block: 'nearest' })
    } else if (event.key === 'Enter' && entry !== undefined) onGo(entry)
    else return
    event.preventDefault()
  }

  return (
    <div
      className={styles.list}
      role="listbox"
      aria-label={label}
      tabIndex={0}
      aria-activedescendant={`${id}-${at}`}
      onKeyDown={onKeyDown}
      onBlur={() => setMoved(null)}
    >
      {entries.map((entry, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the list
        // biome-ignore lint/a11y/useFocusableInteractive: the list keeps the focus and names the active option
        <div
          key={keyOf(entry)}
          id={`${id}-${index}`}
          className={styles.entry}
          role="option"
          aria-selected={index === current}
          data-at={index === at || undefined}
          style={
            depthOf && { paddingInlineStart: `calc(var(--s3) + ${Math.min(4, depthOf(entry))} * var(--s3))` }
          }
          onClick={() => onGo(entry)}
        >
          {children(entry)}
        </div>
      ))}
    </div>
  )
}
