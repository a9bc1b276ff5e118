import { Search, X } from 'lucide-react'
import { useRef } from 'react'
import { shortcutOf } from '../base/platform'
import { TextInput } from '../ui/text-input'
import styles from './library-pane.module.css'
import { setQuery, useLibrary } from './library-store'

const inputId = 'library-search'

/** Puts the focus into the search field, with its words selected. */
export const focusSearch = (): void => {
  const input = document.getElementById(inputId)
  if (input instanceof HTMLInputElement) input.select()
}

/** Puts the focus into the list under the search field. */
export const focusList = (): void =>
  document.querySelector<HTMLElement>('[role="listbox"][aria-label="Posts"]')?.focus()

/** Finds posts while typing. Escape empties it, the down arrow goes on to the list. */
export const SearchField = () => {
  const query = useLibrary((state) => state.query)
  const count = useLibrary((state) => state.counts.all)
  const input = useRef<HTMLInputElement>(null)
  return (
    <TextInput
      id={inputId}
      ref={input}
      type="search"
      aria-label="Search posts"
      placeholder={
        count === 0
          ? 'Search posts'
          : `Search ${count.toLocaleString('en')} ${count === 1 ? 'post' : 'posts'}`
      }
      value={query}
      onValueChange={setQuery}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && query !== '') setQuery('')
        else if (event.key === 'ArrowDown') focusList()
        else return
        event.preventDefault()
      }}
      before={<Search size={14} aria-hidden />}
      after={
        query === '' ? (
          <span className={styles.key}>{shortcutOf('find-in-posts')}</span>
        ) : (
          <button
            type="button"
            className={styles.clear}
            title="Clear the search (Esc)"
            aria-label="Clear the search"
            onClick={() => {
              setQuery('')
              input.current?.focus()
            }}
          >
            <X size={14} aria-hidden />
          </button>
        )
      }
    />
  )
}
