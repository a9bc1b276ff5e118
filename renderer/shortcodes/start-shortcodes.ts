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
import { hasNewImports, loadShortcodes, shortcodesOfPost, useShortcodes } from './site-shortcodes'

const load = (): void =>
  void loadShortcodes().catch((error: unknown) => showError(error, t('shortcodes.notRead')))

/** Opens the fields of the call at an offset, which may be of a component that was imported only now. */
const openFields = async (view: EditorView, place: number): Promise<boolean> => {
  if (hasNewImports())
    await loadShortcodes().catch((error: unknown) => showError(error, t('shortcodes.notRead')))
  return editCallAt(view, place)
}

/** Opens the fields of a call by a double click on its chip in the Live layout. */
const openByChip = EditorView.domEventHandlers({
  dblclick: (event, view) => {
    if (!(event.target instanceof Element) || !event.target.closest('.live-chip')) return false
    const place = view.posAtCoords({ x: event.clientX, y: event.clientY })
    if (place !== null) void openFields(view, place)
    return place !== null
  },
})

/** Edits the call at the caret; if there is none, opens the list of insertions on an empty line. */
const insertOrEdit = async (): Promise<void> => {
  const view = editorView()
  if (!view || (await openFields(view, view.state.selection.main.head))) return
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
      insert: (view, at, continued) => insertCallAt(view, { at, continued, shortcode }),
    })),
  )
  registerCommand('shortcode', () => void insertOrEdit())
  useDocument.subscribe(({ post }, before) => {
    const key = useSite.getState().site?.key
    if (!post || key === undefined) return
    const isNewSite = useShortcodes.getState().of !== key
    if (isNewSite) useShortcodes.setState({ of: key, all: [], imports: [] })
    if (isNewSite || post.id !== before.post?.id)
      requestIdleCallback(() => (isNewSite || hasNewImports()) && load())
  })
  addEventListener('focus', () => {
    if (useShortcodes.getState().of !== null) load()
  })
  api.on('siteSettingsChanged', () => {
    if (useShortcodes.getState().of !== null) load()
  })
}
