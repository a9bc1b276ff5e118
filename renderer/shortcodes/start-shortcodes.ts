import { startCompletion } from '@codemirror/autocomplete'
import { EditorView } from '@codemirror/view'
import { t } from '../../shared/texts/translate'
import { api } from '../base/api'
import { registerCommand } from '../base/command-bus'
import { addInsertions } from '../base/insertions/insertions'
import { showError, showNotice } from '../base/notices'
import { useSite } from '../base/site-store'
import { editorView } from '../document/document-store'
import { useDocument } from '../document/state/document-state'
import { addEditorSetup } from '../document/state/open-document'
import { editCallAt, insertCallAt, shortcodeBox } from './shortcode-box'
import { loadShortcodes, shortcodesOfPost, useShortcodes } from './site-shortcodes'

const load = (): void =>
  void loadShortcodes().catch((error: unknown) => showError(error, t('shortcodes.notRead')))

/** Opens the fields of a call by a double click on its chip in the Live layout. */
const openByChip = EditorView.domEventHandlers({
  dblclick: (event, view) => {
    if (!(event.target instanceof Element) || !event.target.closest('.live-chip')) return false
    const place = view.posAtCoords({ x: event.clientX, y: event.clientY })
    return place !== null && editCallAt(view, place)
  },
})

/** Edits the call at the caret; if there is none, opens the list of insertions on an empty line. */
const insertOrEdit = (): void => {
  const view = editorView()
  if (!view || editCallAt(view, view.state.selection.main.head)) return
  if (shortcodesOfPost().length === 0) {
    showNotice({ kind: 'info', text: t('shortcodes.none') })
    return
  }
  view.focus()
  const line = view.state.doc.lineAt(view.state.selection.main.head)
  const isEmpty = line.text.trim() === ''
  const insert = isEmpty ? '/' : '\n\n/'
  const at = isEmpty ? line.to : line.to
  view.dispatch({
    changes: { from: at, insert },
    selection: { anchor: at + insert.length },
    userEvent: 'input.type',
  })
  startCompletion(view)
}

/** Offers the site's shortcodes, includes and components for insertion, and edits them in fields. */
export const startShortcodes = (): void => {
  addEditorSetup(() => [shortcodeBox, openByChip])
  addInsertions(() =>
    shortcodesOfPost().map((shortcode) => ({
      name: shortcode.name,
      detail: t(`shortcodes.${shortcode.kind}`),
      insert: (view, at) => insertCallAt(view, at, shortcode),
    })),
  )
  registerCommand('shortcode', insertOrEdit)
  useDocument.subscribe(({ post }) => {
    const key = useSite.getState().site?.key
    if (post && key !== undefined && useShortcodes.getState().of !== key) {
      useShortcodes.setState({ of: key, all: [] })
      requestIdleCallback(load)
    }
  })
  addEventListener('focus', () => {
    if (useShortcodes.getState().of !== null) load()
  })
  api.on('siteSettingsChanged', () => {
    if (useShortcodes.getState().of !== null) load()
  })
}
