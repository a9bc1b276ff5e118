import { Compartment, type Extension } from '@codemirror/state'
import { itemAt } from '../../../shared/base/item-at'
import { lastResult } from '../../../shared/base/last-result'
import type { Settings } from '../../../shared/settings'
import { registerCommand } from '../../base/command-bus'
import { changeSettings, getSettings, onSettingsChange } from '../../base/settings-store'
import { editorView } from '../../document/document-store'
import { useDocument } from '../../document/state/document-state'
import { addEditorSetup } from '../../document/state/open-document'
import { focusMode } from './focus-mode'
import { typewriter } from './typewriter'

type Modes = Pick<Settings, 'focusMode' | 'typewriter'>

const order: readonly Settings['focusMode'][] = ['off', 'sentence', 'paragraph']

/** The next focus mode: none, sentence, paragraph, then none again. */
export const nextFocus = (now: Settings['focusMode']): Settings['focusMode'] =>
  itemAt(order, (order.indexOf(now) + 1) % order.length)

const extensionOf = (modes: Modes): Extension => [
  modes.focusMode === 'off' ? [] : focusMode(modes.focusMode),
  modes.typewriter ? typewriter() : [],
]

const layer = new Compartment()

/** The same object while the settings do not change. */
const current = (): Extension => extensionFor(getSettings())

const extensionFor = lastResult(
  extensionOf,
  (modes, before) => modes.focusMode === before.focusMode && modes.typewriter === before.typewriter,
)

const apply = (): void => {
  const view = editorView()
  if (view && layer.get(view.state) !== current()) view.dispatch({ effects: layer.reconfigure(current()) })
}

/** Sentence and paragraph focus and typewriter scrolling, in every layout that shows the text. */
export const startWritingModes = (): void => {
  addEditorSetup(() => layer.of(current()))
  onSettingsChange(apply)
  useDocument.subscribe(({ post }, { post: before }) => {
    if (post?.id !== before?.id) apply() // it may have been opened before the settings changed
  })
  registerCommand('focus-mode', () => changeSettings({ focusMode: nextFocus(getSettings().focusMode) }))
  registerCommand('typewriter', () => changeSettings({ typewriter: !getSettings().typewriter }))
}
