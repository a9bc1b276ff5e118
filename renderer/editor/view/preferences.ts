import { Compartment, type Extension } from '@codemirror/state'
import { EditorView, highlightActiveLineGutter, lineNumbers } from '@codemirror/view'
import { lastResult } from '../../../shared/base/last-result'
import { defaultSettings, type Settings } from '../../../shared/settings'
import { getSettings, onSettingsChange } from '../../base/settings-store'
import { editorView } from '../../document/document-store'
import { useDocument } from '../../document/state/document-state'

const chosen = new Compartment()

const styleOf = ({ editorFontSize, editorFont, editorWidth, editorLineHeight }: Settings): string =>
  [
    `--editor-size: ${editorFontSize}px`,
    `--editor-scale: ${editorFontSize / defaultSettings.editorFontSize}`,
    `--editor-width: ${editorWidth}`,
    `--editor-line-height: ${editorLineHeight}`,
    ...(editorFont === '' ? [] : [`--editor-font: "${editorFont}", var(--font-mono)`]),
  ].join('; ')

const extensionOf = (settings: Settings): Extension => [
  settings.lineNumbers ? [lineNumbers(), highlightActiveLineGutter()] : [],
  EditorView.contentAttributes.of({
    spellcheck: String(settings.spellcheck),
    autocorrect: 'off',
    autocapitalize: 'off',
  }),
  EditorView.editorAttributes.of({ style: styleOf(settings) }),
]

const isSame = (now: Settings, before: Settings): boolean =>
  now.lineNumbers === before.lineNumbers &&
  now.spellcheck === before.spellcheck &&
  styleOf(now) === styleOf(before)

const extensionFor = lastResult(extensionOf, isSame)

/** The extension for the current settings; the same object while they do not change. */
const currentExtension = (): Extension => extensionFor(getSettings())

/** The editor settings for a post that is opened. */
export const editorPreferences = (): Extension => chosen.of(currentExtension())

// Skips a text that has them already: a dispatch to a view with a new state causes a layout of the window.
const apply = () => {
  const view = editorView()
  if (!view || chosen.get(view.state) === currentExtension()) return
  view.dispatch({ effects: chosen.reconfigure(currentExtension()) })
}

/** Applies changes of the settings to the shown text; returns an unsubscribe function. */
export const followPreferences = (): (() => void) => {
  apply()
  const stops = [
    onSettingsChange(apply),
    useDocument.subscribe(({ post }, { post: before }) => {
      if (post?.id !== before?.id) apply() // it may have been opened before the settings changed
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
