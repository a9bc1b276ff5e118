import { Search, X } from 'lucide-react'
import { useRef } from 'react'
import { t } from '../../../shared/texts/translate'
import { shortcutOf } from '../../base/platform'
import { getSettings } from '../../base/settings-store'
import { TextInput } from '../../ui/text-input'
import { setQuery, useLibrary } from '../state/library-store'
import { keepSearch, type SearchWalk, walked } from '../state/search-history'
import styles from './search-field.module.css'

const inputId = 'library-search'

/** Focuses the search field and selects its text. */
export const focusSearch = (): void => {
  const input = document.getElementById(inputId)
  if (input instanceof HTMLInputElement) input.select()
}

/** Puts the caret at the end of the search field. */
export const endSearch = (): void => {
  const input = document.getElementById(inputId)
  if (!(input instanceof HTMLInputElement)) return
  input.focus()
  input.setSelectionRange(input.value.length, input.value.length)
}

/** Focuses the list below the search field. */
export const focusList = (): void =>
  document.querySelector<HTMLElement>('[role="listbox"][aria-label="Posts"]')?.focus()

/** Finds posts while typing. Escape clears it, the up arrow recalls earlier searches, the down arrow moves to the list. */
export const SearchField = () => {
  const query = useLibrary((state) => state.query)
  const input = useRef<HTMLInputElement>(null)
  const walk = useRef<SearchWalk | null>(null)
  const step = (by: 1 | -1): boolean => {
    const next = walked(getSettings().searches, walk.current ?? { typed: query, at: -1 }, by)
    if (!next) return false
    walk.current = next.walk.at < 0 ? null : next.walk
    setQuery(next.query)
    return true
  }
  return (
    <TextInput
      id={inputId}
      ref={input}
      type="search"
      aria-label={t('titles.find-in-posts')}
      placeholder={t('titles.find-in-posts')}
      value={query}
      onValueChange={(typed) => {
        walk.current = null
        setQuery(typed)
      }}
      onBlur={() => {
        walk.current = null
        keepSearch()
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && query !== '') {
          keepSearch()
          setQuery('')
        } else if (event.key === 'Enter') keepSearch()
        else if (event.key === 'ArrowUp') step(1)
        else if (event.key === 'ArrowDown') walk.current ? step(-1) : focusList()
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
            title={t('library.clearSearchEsc')}
            aria-label={t('library.clearSearch')}
            onClick={() => {
              keepSearch()
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
