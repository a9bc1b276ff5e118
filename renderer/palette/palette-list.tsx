import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react'
import styles from './palette.module.css'
import type { PaletteItem } from './palette-items'

/** A label with the matched characters highlighted. */
const Marked = ({ label, marks }: Pick<PaletteItem, 'label' | 'marks'>) => {
  const parts: { readonly text: string; readonly marked: boolean; readonly from: number }[] = []
  const marked = new Set(marks)
  for (let from = 0; from < label.length; ) {
    let to = from + 1
    while (to < label.length && marked.has(to) === marked.has(from)) to += 1
    parts.push({ text: label.slice(from, to), marked: marked.has(from), from })
    from = to
  }
  return parts.map(({ text, marked: on, from }) => (on ? <mark key={from}>{text}</mark> : text))
}

export interface PaletteListProps {
  readonly label: string
  readonly placeholder: string
  readonly query: string
  readonly items: readonly PaletteItem[]
  readonly nothing: string
  readonly onQuery: (query: string) => void
  readonly onChoose: (item: PaletteItem) => void
}

/** A field with a list below: arrow keys move, Enter chooses, the field keeps the focus. */
export const PaletteList = ({ label, placeholder, query, items, nothing, ...on }: PaletteListProps) => {
  const listId = useId()
  const list = useRef<HTMLDivElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [chosen, setChosen] = useState(0)
  const at = Math.min(chosen, items.length - 1)
  const idOf = (index: number) => `${listId}-${index}`

  // Immediately, because text may be typed right after the key that opened it.
  useLayoutEffect(() => field.current?.focus(), [])
  useEffect(() => {
    list.current?.children[at]?.scrollIntoView({ block: 'nearest' })
  }, [at])

  const onKeyDown = (event: KeyboardEvent) => {
    const page = 8
    const targets: Readonly<Record<string, number>> = {
      ArrowDown: (at + 1) % items.length,
      ArrowUp: (at - 1 + items.length) % items.length,
      PageDown: Math.min(items.length - 1, at + page),
      PageUp: Math.max(0, at - page),
    }
    const target = targets[event.key]
    const item = items[at]
    if (target !== undefined) setChosen(items.length === 0 ? 0 : target)
    else if (event.key === 'Enter' && item) on.onChoose(item)
    else return
    event.preventDefault()
  }

  return (
    <>
      <div className={styles.field}>
        <input
          ref={field}
          className={styles.input}
          role="combobox"
          aria-label={label}
          aria-expanded
          aria-autocomplete="list"
          aria-controls={listId}
          aria-activedescendant={items.length > 0 ? idOf(at) : undefined}
          placeholder={placeholder}
          spellCheck={false}
          dir="auto"
          value={query}
          onChange={(event) => {
            setChosen(0)
            on.onQuery(event.target.value)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div ref={list} id={listId} className={styles.list} role="listbox" aria-label={label}>
        {items.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the field
          // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option
          <div
            key={item.key}
            id={idOf(index)}
            className={styles.item}
            role="option"
            aria-selected={index === at}
            onPointerMove={() => setChosen(index)}
            onClick={() => on.onChoose(item)}
          >
            <bdi className={styles.label}>
              <Marked label={item.label} marks={item.marks} />
            </bdi>
            <span className={styles.hint}>{item.hint}</span>
          </div>
        ))}
      </div>
      {items.length === 0 && (
        <div className={styles.nothing} role="status">
          {nothing}
        </div>
      )}
    </>
  )
}
