import { Compartment, type Extension } from '@codemirror/state'
import { EditorView, highlightActiveLineGutter, lineNumbers } from '@codemirror/view'
import type { Settings } from '../../shared/settings'
import { getSettings, onSettingsChange } from '../base/settings-store'
import { editorView, useDocument } from '../document/document-store'

const chosen = new Compartment()

const extensionOf = ({ lineNumbers: numbered, spellcheck, editorFontSize }: Settings): Extension => [
  numbered ? [lineNumbers(), highlightActiveLineGutter()] : [],
  EditorView.contentAttributes.of({
    spellcheck: String(spellcheck),
    autocorrect: 'off',
    autocapitalize: 'off',
  }),
  EditorView.editorAttributes.of({ style: `--editor-size: ${editorFontSize}px` }),
]

/** What the writer chose about the editor, as it is when a post is opened. */
export const editorPreferences = (): Extension => chosen.of(extensionOf(getSettings()))

const apply = () => editorView()?.dispatch({ effects: chosen.reconfigure(extensionOf(getSettings())) })

/** Follows the settings in the text that is shown; the answer stops following. */
export const followPreferences = (): (() => void) => {
  apply()
  const stops = [
    onSettingsChange((now, before) => {
      const same =
        now.lineNumbers === before.lineNumbers &&
        now.spellcheck === before.spellcheck &&
        now.editorFontSize === before.editorFontSize
      if (!same) apply()
    }),
    useDocument.subscribe(({ post }, { post: before }) => {
      if (post?.id !== before?.id) apply() // it may have been opened before the settings changed
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
