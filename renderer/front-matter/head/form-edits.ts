import { redo, undo } from '@codemirror/commands'
import type { EditorView } from '@codemirror/view'
import { styleOf as usualStyle } from '../../../shared/front-matter/edit/apply-bulk'
import { addItem, editField, editRaw, removeField, setFlag } from '../../../shared/front-matter/edit/edit'
import type { Edit, EditStyle, FieldScalar, FieldValue } from '../../../shared/front-matter/values/types'
import type { TextChange } from '../../../shared/text/text-change'
import { t } from '../../../shared/texts/translate'
import { showNotice } from '../../base/notices'
import { useSchema } from '../../base/schema-store'
import { dispatchChanges, editorView, getHeadState, getText } from '../../document/document-store'
import { revealLine } from '../../document/place/reveal-line'
import { trimChange } from '../../document/state/text-changes'

export type FieldPath = readonly string[]

/** How an edit joins the undo history: `once` is its own step, `typing` joins the previous keys. */
export type EditPace = 'once' | 'typing'

const styleOf = (path: FieldPath): EditStyle => usualStyle(path.join('.'), useSchema.getState())

const apply = (edit: Edit, text: string, pace: EditPace): boolean => {
  if (edit.kind === 'refused') {
    showNotice({ kind: 'warning', text: t('form.refused', { reason: edit.reason, line: edit.line }) })
    revealLine(edit.line)
    return false
  }
  write(edit.changes, text, pace)
  return true
}

const write = (planned: readonly TextChange[], text: string, pace: EditPace): void => {
  const changes = planned
    .map((change) => trimChange(change, text.slice(change.from, change.to)))
    .filter(({ from, to, insert }) => from < to || insert !== '')
  if (changes.length > 0) dispatchChanges(changes, pace === 'typing' ? 'input.type.form' : 'input.form')
}

const edit = (make: (text: string) => Edit, pace: EditPace = 'once'): boolean => {
  const head = getHeadState()
  if (!head) return false
  const text = head.frontMatter.kind === 'none' ? getText() : head.text // starting a head depends on the text below it
  return apply(make(text), text, pace)
}

/** Sets a field of the open post; false if the edit was refused, with a notice. */
export const setField = (path: FieldPath, value: FieldValue, pace: EditPace = 'once'): boolean =>
  edit((text) => editField(text, path, value, styleOf(path)), pace)

/** Sets a boolean in the file's own spelling. */
export const setSwitch = (path: FieldPath, on: boolean): boolean =>
  edit((text) => setFlag(text, path, on, styleOf(path)))

/** Adds an item to a list field. */
export const addToList = (path: FieldPath, item: FieldScalar): boolean =>
  edit((text) => addItem(text, path, item, styleOf(path)))

/** Removes a field from the head. */
export const dropField = (path: FieldPath): boolean => edit((text) => removeField(text, path))

/** Applies an edit computed elsewhere, such as adopting the site's style. */
export const applyEdit = (make: (text: string) => Edit): boolean => edit(make)

/** Writes a value as typed, in the language of the head; returns the reason if refused, otherwise an empty text. */
export const setRaw = (path: FieldPath, typed: string): string => {
  const head = getHeadState()
  if (!head) return t('app.noPostOpen')
  const made = editRaw(head.text, path, typed)
  if (made.kind === 'refused') return made.reason
  write(made.changes, head.text, 'once')
  return ''
}

const keepingPlace = (run: (view: EditorView) => boolean) => (): void => {
  const view = editorView()
  if (!view) return
  const place = view.scrollSnapshot() // undo would scroll to the caret, away from the form
  if (run(view)) view.dispatch({ effects: place })
}

/** Undo and redo in the form: they use the history of the text without leaving the form. */
export const undoInForm = keepingPlace(undo)
export const redoInForm = keepingPlace(redo)
