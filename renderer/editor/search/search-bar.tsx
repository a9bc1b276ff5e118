import { Toggle } from '@base-ui/react/toggle'
import {
  closeSearchPanel,
  findNext,
  findPrevious,
  replaceAll,
  replaceNext,
  type SearchQuery,
  setSearchQuery,
} from '@codemirror/search'
import { EditorView } from '@codemirror/view'
import { ArrowDown, ArrowUp, TextSelect, X } from 'lucide-react'
import type { KeyboardEvent } from 'react'
import { t } from '../../../shared/texts/translate'
import { headOfState } from '../../document/state/head-field'
import { Button, IconButton } from '../../ui/button'
import { TextInput } from '../../ui/text-input'
import { Tooltip } from '../../ui/tooltip'
import styles from './search-bar.module.css'
import { matchesInWords, matchFrom, type SearchMatches } from './search-matches'
import { choose, type QueryParts, scoped, searchChoices } from './search-scope'

export interface SearchBarProps {
  readonly view: EditorView
  readonly query: SearchQuery
  readonly matches: SearchMatches
}

type QueryPart = 'caseSensitive' | 'wholeWord' | 'regexp'

const change = (view: EditorView, query: SearchQuery, part: QueryParts) => {
  const next = scoped(query, part)
  if (next.eq(query)) return
  view.dispatch({ effects: setSearchQuery.of(next) })
  if (part.replace === undefined) jumpTo(view, next)
}

// Matches are shown while typing; only a match in the head waits for Enter, which opens its source.
const jumpTo = (view: EditorView, query: SearchQuery) => {
  const { bodyFrom } = headOfState(view.state).split
  const { from } = view.state.selection.main
  const match = matchFrom(query, view.state, Math.max(from, bodyFrom), bodyFrom)
  if (!match) return
  view.dispatch({
    selection: { anchor: match.from, head: match.to },
    effects: EditorView.scrollIntoView(match.from, { y: 'nearest', yMargin: 60 }),
    userEvent: 'select.search',
  })
}

/** Find and replace above the text. Enter goes to the next match, Shift+Enter to the previous one, Escape closes it. */
export const SearchBar = ({ view, query, matches }: SearchBarProps) => {
  const { scope, selected, keepCase } = view.state.field(searchChoices)
  const words = matchesInWords(matches, query)
  const close = () => {
    closeSearchPanel(view)
    view.focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close()
    else if (event.key === 'F3') (event.shiftKey ? findPrevious : findNext)(view)
    else return
    event.preventDefault()
  }
  const onEnter = (run: (shift: boolean) => void) => (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
    event.preventDefault()
    run(event.shiftKey)
  }
  const option = (part: QueryPart, label: string, sign: string) => (
    <Tooltip label={label}>
      <Toggle
        className={styles.option}
        aria-label={label}
        pressed={query[part]}
        onPressedChange={(on) => change(view, query, { [part]: on })}
      >
        <span className={styles.sign} data-sign={sign} />
      </Toggle>
    </Tooltip>
  )
  return (
    <search className={styles.bar} onKeyDown={onKeyDown}>
      <TextInput
        main-field=""
        name="search"
        aria-label={t('editor.find')}
        placeholder={t('editor.find')}
        value={query.search}
        invalid={query.search !== '' && (!query.valid || matches.total === 0)}
        onValueChange={(search) => change(view, query, { search })}
        onKeyDown={onEnter((shift) => (shift ? findPrevious : findNext)(view))}
        after={
          <>
            <output className={styles.count}>{words}</output>
            {option('caseSensitive', t('editor.matchCase'), 'Aa')}
            {option('wholeWord', t('editor.wholeWords'), 'ab')}
            {option('regexp', t('editor.regex'), '.*')}
            <Tooltip label={t('editor.inSelection')}>
              <Toggle
                className={styles.option}
                aria-label={t('editor.inSelection')}
                pressed={scope !== null}
                disabled={scope === null && selected === null}
                onPressedChange={(on) => choose(view, query, { scope: on ? selected : null })}
              >
                <TextSelect size={14} aria-hidden />
              </Toggle>
            </Tooltip>
          </>
        }
      />
      <div className={styles.buttons}>
        <IconButton label={t('editor.previousMatch')} onClick={() => findPrevious(view)}>
          <ArrowUp size={15} aria-hidden />
        </IconButton>
        <IconButton label={t('editor.nextMatch')} onClick={() => findNext(view)}>
          <ArrowDown size={15} aria-hidden />
        </IconButton>
        <IconButton label={t('editor.closeSearch')} onClick={close}>
          <X size={15} aria-hidden />
        </IconButton>
      </div>
      <TextInput
        name="replace"
        aria-label={t('editor.replaceWith')}
        placeholder={t('editor.replaceWith')}
        value={query.replace}
        onValueChange={(replace) => change(view, query, { replace })}
        onKeyDown={onEnter(() => replaceNext(view))}
        after={
          <Tooltip label={t('editor.preserveCase')}>
            <Toggle
              className={styles.option}
              aria-label={t('editor.preserveCase')}
              pressed={keepCase}
              onPressedChange={(on) => choose(view, query, { keepCase: on })}
            >
              <span className={styles.sign} data-sign="AB" />
            </Toggle>
          </Tooltip>
        }
      />
      <div className={styles.buttons}>
        <Button look="quiet" onClick={() => replaceNext(view)}>
          {t('editor.replace')}
        </Button>
        <Button look="quiet" onClick={() => replaceAll(view)}>
          {t('editor.replaceAll')}
        </Button>
      </div>
    </search>
  )
}
