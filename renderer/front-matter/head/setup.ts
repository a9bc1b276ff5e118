import { Prec } from '@codemirror/state'
import { type EditorView, keymap } from '@codemirror/view'
import { headOfState } from '../../document/state/head-field'
import { addEditorSetup } from '../../document/state/open-document'
import { focusEndOfForm } from './actions'
import { headGuard } from './guard'
import { headModeOf, headModes } from './mode'
import { headPlace } from './place'

/** From the first line of the text the arrow goes on into the form, as it would into the lines it stands for. */
const upIntoForm = (view: EditorView): boolean => {
  const { main } = view.state.selection
  if (!main.empty || headModeOf(view.state) !== 'form') return false
  const { bodyFrom } = headOfState(view.state).split
  const above = view.moveVertically(main, false).head
  return above < bodyFrom || above === main.head ? focusEndOfForm() : false
}

addEditorSetup(() => [
  headModes,
  headGuard,
  headPlace,
  Prec.high(keymap.of([{ key: 'ArrowUp', run: upIntoForm }])),
])
