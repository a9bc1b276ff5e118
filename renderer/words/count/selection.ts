import type { EditorState } from '@codemirror/state'
import { EditorView } from '@codemirror/view'
import { create } from 'zustand'
import { createDelayed } from '../../base/delayed'
import { editorState } from '../../document/document-store'
import { countText, type TextCount } from '../../document/place/word-count'
import { headOfState } from '../../document/state/head-field'
import { addEditorSetup } from '../../document/state/open-document'

/** The count of what is selected; null while nothing is. */
export const useSelected = create<{ readonly count: TextCount | null }>(() => ({ count: null }))

/** The selected words and characters, without the head if the body is selected too; null if none are. */
export const countSelected = (state: EditorState): TextCount | null => {
  const { doc, selection } = state
  const { bodyFrom } = headOfState(state).split
  if (selection.ranges.every(({ empty }) => empty)) return null
  let words = 0
  let characters = 0
  for (const { from, to } of selection.ranges) {
    const count = countText(doc.slice(from < bodyFrom && to > bodyFrom ? bodyFrom : from, to))
    words += count.words
    characters += count.characters
  }
  return { words, characters }
}

const rest = 150 // ms: a selection that is still being extended is not counted at each step

const countSoon = createDelayed(() => {
  const state = editorState()
  if (state) useSelected.setState({ count: countSelected(state) })
})

/** Keeps the count of the selection up to date. */
export const startSelected = (): void =>
  addEditorSetup(() =>
    EditorView.updateListener.of(({ docChanged, selectionSet, view }) => {
      if (!docChanged && !selectionSet) return
      countSoon.stop()
      if (view.state.selection.ranges.every(({ empty }) => empty)) {
        if (useSelected.getState().count !== null) useSelected.setState({ count: null })
        return
      }
      countSoon.start(rest)
    }),
  )
