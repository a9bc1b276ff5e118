import { SearchQuery, searchPanelOpen, setSearchQuery } from '@codemirror/search'
import { EditorState, type Extension, StateEffect, StateField } from '@codemirror/state'
import { Decoration, EditorView } from '@codemirror/view'

interface Stretch {
  readonly from: number
  readonly to: number
}

export interface SearchChoices {
  /** The range to search; null for the whole text. */
  readonly scope: Stretch | null
  /** What the author selected last, which a search for the next match does not change; null for a caret. */
  readonly selected: Stretch | null
  /** Whether a replacement keeps the case of what it replaces. */
  readonly keepCase: boolean
}

/** Sets search options outside of the query. */
export const setChoices = StateEffect.define<Partial<SearchChoices>>()

const mark = Decoration.mark({ class: 'cm-search-scope' })

/** Search options outside of the query. */
export const searchChoices = StateField.define<SearchChoices>({
  create: ({ selection: { main } }) => ({ scope: null, selected: main.empty ? null : main, keepCase: false }),
  update(choices, transaction) {
    const { changes, docChanged, effects, selection } = transaction
    let next = choices
    const moved = (stretch: Stretch | null) =>
      stretch && { from: changes.mapPos(stretch.from, -1), to: changes.mapPos(stretch.to, 1) }
    if (docChanged && (next.scope || next.selected))
      next = { ...next, scope: moved(next.scope), selected: moved(next.selected) }
    if (selection && !transaction.isUserEvent('select.search')) {
      const { main } = transaction.newSelection
      const selected = main.empty ? null : { from: main.from, to: main.to }
      if (selected || next.selected) next = { ...next, selected }
    }
    for (const effect of effects) if (effect.is(setChoices)) next = { ...next, ...effect.value }
    return next
  },
  provide: (field) =>
    EditorView.decorations.compute([field], (state) => {
      const { scope } = state.field(field)
      return scope && scope.from < scope.to
        ? Decoration.set(mark.range(scope.from, scope.to))
        : Decoration.none
    }),
})

/** Whether a match is in the scope while the panel that shows the scope is open. */
const isInScope = (_match: string, state: EditorState, from: number, to: number): boolean => {
  const scope = state.field(searchChoices, false)?.scope
  return !scope || !searchPanelOpen(state) || (from >= scope.from && to <= scope.to)
}

export type QueryParts = Partial<ConstructorParameters<typeof SearchQuery>[0]>

/** The query limited to the scope, with other `parts`. */
export const scoped = (
  { search, replace, caseSensitive, wholeWord, regexp, literal }: SearchQuery,
  parts: QueryParts = {},
): SearchQuery =>
  new SearchQuery({
    search,
    replace,
    caseSensitive,
    wholeWord,
    regexp,
    literal,
    test: isInScope,
    ...parts,
  })

/** Changes options of the current search and searches again. */
export const choose = (view: EditorView, query: SearchQuery, choices: Partial<SearchChoices>): void =>
  view.dispatch({ effects: [setChoices.of(choices), setSearchQuery.of(scoped(query))] })

/** A replacement with the case of what it replaces: all capitals, a first capital, or as written. */
export const inCaseOf = (replaced: string, replacement: string): string => {
  const letters = replaced.replace(/[^\p{L}]/gu, '')
  const [first = ''] = letters
  if (first === '' || first === first.toLowerCase()) return replacement
  if ([...letters].length > 1 && letters === letters.toUpperCase()) return replacement.toUpperCase()
  const [head = ''] = replacement
  return head.toUpperCase() + replacement.slice(head.length)
}

const keepsCase = EditorState.transactionFilter.of((step) => {
  if (!step.isUserEvent('input.replace') || !step.startState.field(searchChoices).keepCase) return step
  const changes: { from: number; to: number; insert: string }[] = []
  step.changes.iterChanges((fromA, toA, fromB, toB, inserted) => {
    const written = inserted.toString()
    const insert = inCaseOf(step.startState.sliceDoc(fromA, toA), written)
    if (insert !== written) changes.push({ from: fromB, to: toB, insert })
  }, true)
  return changes.length === 0 ? step : [step, { changes, sequential: true }]
})

/** Search in a selection, and replacements that preserve case. */
export const searchScope: Extension = [
  searchChoices,
  keepsCase,
  EditorView.theme({ '.cm-search-scope': { backgroundColor: 'var(--sel)' } }),
]
