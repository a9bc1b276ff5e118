import {
  findNext,
  findPrevious,
  getSearchQuery,
  openSearchPanel,
  search,
  setSearchQuery,
} from '@codemirror/search'
import { type Extension, Prec } from '@codemirror/state'
import { type EditorView, keymap, type Panel } from '@codemirror/view'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { SearchBar } from './search-bar'
import styles from './search-bar.module.css'
import { countMatches } from './search-matches'
import { choose, searchScope } from './search-scope'

const rest = 120 // ms before the matches are counted again while typing

const createPanel = (view: EditorView): Panel => {
  const dom = document.createElement('div')
  dom.className = styles.panel ?? ''
  const root = createRoot(dom)
  let timer: ReturnType<typeof setTimeout> | undefined
  const draw = () => {
    const query = getSearchQuery(view.state)
    root.render(<SearchBar view={view} query={query} matches={countMatches(query, view.state)} />)
  }
  flushSync(draw) // the command that opens the panel focuses it immediately
  return {
    dom,
    top: true,
    update({ docChanged, selectionSet, transactions }) {
      const isQueryChanged = transactions.some(({ effects }) =>
        effects.some((effect) => effect.is(setSearchQuery)),
      )
      if (isQueryChanged || (selectionSet && !docChanged)) draw()
      else if (docChanged) {
        clearTimeout(timer)
        timer = setTimeout(draw, rest)
      }
    },
    destroy() {
      clearTimeout(timer)
      queueMicrotask(() => root.unmount()) // not while React may be rendering
    },
  }
}

/** Find and replace in the text, drawn by us. */
export const searchPanel: Extension = [
  search({ top: true, createPanel }),
  searchScope,
  Prec.high(keymap.of([{ key: 'F3', run: findNext, shift: findPrevious, preventDefault: true }])),
]

/** Opens the search and focuses it; for replacing, its second field if there is something to find. */
export const openSearch = (view: EditorView, replacing: boolean): void => {
  openSearchPanel(view)
  choose(view, getSearchQuery(view.state), { scope: null })
  const field = replacing && getSearchQuery(view.state).search !== '' ? 'replace' : 'search'
  view.dom.querySelector<HTMLInputElement>(`input[name="${field}"]`)?.select()
}
