import { Prec } from '@codemirror/state'
import { type Command, type EditorView, keymap } from '@codemirror/view'
import { useSite } from '../../base/site-store'
import { editorView } from '../../document/document-store'
import { headOfState, readHeadAgain } from '../../document/state/head-field'
import { addEditorSetup } from '../../document/state/open-document'
import { focusEndOfForm } from './actions'
import { headGuard } from './guard'
import { headModeOf, headModes } from './mode'
import { headPlace } from './place'
import { toStart } from './to-start'

/** The up arrow in the first line of the text moves into the form, as it would into the lines of the head. */
const upIntoForm = (view: EditorView): boolean => {
  const { main } = view.state.selection
  if (!main.empty || headModeOf(view.state) !== 'form') return false
  const { bodyFrom } = headOfState(view.state).split
  const above = view.moveVertically(main, false).head
  return above < bodyFrom || above === main.head ? focusEndOfForm() : false
}

const up =
  (extend: boolean): Command =>
  (view) => {
    if (!toStart(extend)(view)) return false
    view.scrollDOM.scrollTop = 0 // the form is at the top of the text
    return true
  }

// The generator decides which heads are read, and it may change.
useSite.subscribe(({ site }, before) => {
  if (site?.profile !== before.site?.profile) editorView()?.dispatch({ effects: readHeadAgain.of(null) })
})

addEditorSetup(() => [
  headModes,
  headGuard,
  headPlace,
  Prec.high(
    keymap.of([
      { key: 'ArrowUp', run: upIntoForm },
      { key: 'Mod-Home', mac: 'Cmd-ArrowUp', run: up(false), shift: up(true) },
      { mac: 'Cmd-Home', run: up(false), shift: up(true) },
    ]),
  ),
])
