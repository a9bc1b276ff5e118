import { Compartment, type Extension, Prec } from '@codemirror/state'
import { create } from 'zustand'
import type { Settings } from '../../../shared/settings'
import { t } from '../../../shared/texts/translate'
import { showError } from '../../base/notices'
import { getSettings, onSettingsChange } from '../../base/settings-store'
import { leaveKeysToText } from '../../base/shortcuts'
import { editorView } from '../../document/document-store'
import { useDocument } from '../../document/state/document-state'
import type { KeyBindings } from './bindings'

type Kind = Settings['editorKeys']

const layer = new Compartment()

interface ShownBindings {
  readonly kind: Kind
  readonly bindings: KeyBindings | null
  readonly extension: Extension
}

const useShown = create<ShownBindings>(() => ({ kind: 'standard', bindings: null, extension: [] }))

/** The chosen key bindings for the text of an opened post. They precede all others. */
export const keyBindings = (): Extension => layer.of(useShown.getState().extension)

const apply = (): void => {
  const view = editorView()
  const { extension } = useShown.getState()
  if (view && layer.get(view.state) !== extension) view.dispatch({ effects: layer.reconfigure(extension) })
}

const load = async (kind: Exclude<Kind, 'standard'>): Promise<KeyBindings> =>
  kind === 'vim' ? (await import('./vim')).vimKeys() : (await import('./emacs')).emacsKeys()

const choose = async (): Promise<void> => {
  const kind = getSettings().editorKeys
  if (kind !== useShown.getState().kind) {
    const bindings = kind === 'standard' ? null : await load(kind)
    if (getSettings().editorKeys !== kind) return // the choice has changed meanwhile
    useShown.setState({
      kind,
      bindings,
      extension: bindings === null ? [] : Prec.highest(bindings.extension),
    })
  }
  apply()
}

const follow = (): void =>
  void choose().catch((error: unknown) => showError(error, t('editor.keysNotLoaded')))

leaveKeysToText((event) => {
  const content = editorView()?.contentDOM
  const { bindings } = useShown.getState()
  return bindings !== null && content === document.activeElement && bindings.takes(event)
})

/** Applies changes of the setting to the shown text; returns an unsubscribe function. */
export const followKeyBindings = (): (() => void) => {
  follow()
  const stops = [
    onSettingsChange((now, before) => {
      if (now.editorKeys !== before.editorKeys) follow()
    }),
    useDocument.subscribe(({ post }, { post: before }) => {
      if (post?.id !== before?.id) apply() // it may have been opened before the choice
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
