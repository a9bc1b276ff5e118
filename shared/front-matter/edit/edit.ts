import { t } from '../../texts/translate'
import { unreadForm } from '../find/forms'
import { isSurelyHead } from '../find/meta-fields'
import type { HeadLanguage } from '../find/types'
import { type FrontMatter, parseFrontMatter } from '../read/parse'
import { type SplitPost, splitPost } from '../read/split'
import type { HeadEditor, HeadPlace, WrittenFields } from '../values/head-editor'
import { spelledPath } from '../values/keys'
import type { Edit, EditStyle, FieldPath, FieldScalar, FieldValue } from '../values/types'
import { refused } from '../yaml/head'
import { jsonEditor } from './json/editor'
import { lineEditor } from './lines/editor'
import { type ListTools, setItems } from './set-items'
import { hasNoHead, noHeadReason, startHead } from './start-head'
import { tomlEditor } from './toml/editor'
import { yamlEditor } from './yaml/edit'

const editors: Readonly<Record<HeadLanguage, HeadEditor>> = {
  yaml: yamlEditor,
  toml: tomlEditor,
  json: jsonEditor,
  meta: lineEditor,
  dotted: lineEditor,
}

const editorOf = ({ language }: SplitPost): HeadEditor | null =>
  language === 'none' || language === 'other' ? null : editors[language]

const placeOf = (text: string, path: FieldPath, style: EditStyle = {}): HeadPlace => {
  const split = splitPost(text, style.heads)
  const steps = typeof path === 'string' ? [path] : path
  const isSpelled = style.ignoresCase || split.language === 'meta'
  return { text, split, path: isSpelled ? spelledAsThere(text, split, steps) : steps, style }
}

const spelledAsThere = (text: string, split: SplitPost, path: HeadPlace['path']): HeadPlace['path'] => {
  const read = parseFrontMatter(text, split)
  return read.kind === 'parsed' ? spelledPath(read.data, path) : path
}

/** Edits a head with the editor of its language; refuses a head that is not supported. */
const edited = (place: HeadPlace, edit: (editor: HeadEditor) => Edit): Edit => {
  const { split, style } = place
  const editor = editorOf(split)
  const problem = split.problem ?? unreadForm(split.form, style.heads)
  if (problem) return refused(problem.message, problem.line)
  return editor ? edit(editor) : refused(noHeadReason(split), 1)
}

const doubtfulReason = t('form.maybePelican')

// If the generator is unknown and no other post has such a head, a line `Title: x` is not enough evidence.
const isDoubtful = (text: string, { heads, start }: EditStyle): boolean => {
  if (heads !== undefined || start === 'meta') return false
  const { language, content } = splitPost(text)
  return language === 'meta' && !isSurelyHead(text.slice(content.from, content.to))
}

const started = (text: string, style: EditStyle, edit: (text: string) => Edit): Edit => {
  if (isDoubtful(text, style)) return refused(doubtfulReason, 1)
  return style.start && hasNoHead(text, style.heads) ? startHead(text, style.start, edit) : edit(text)
}

/**
 * Sets a field, or adds it at its usual position in the site's posts. The value keeps the quotes and form of
 * the old one; a list keeps its unchanged items. Only the bytes of the returned changes differ.
 */
export const editField = (text: string, path: FieldPath, value: FieldValue, style: EditStyle = {}): Edit =>
  started(text, style, (head) => {
    const place = placeOf(head, path, style)
    return edited(place, (editor) =>
      isItems(value) ? setItems(head, value, listTools(place, editor)) : editor.set(place, value),
    )
  })

/**
 * Sets a boolean in the file's own spelling (`yes`, `True`) or adds it; refuses to replace any other value.
 */
export const setFlag = (text: string, path: FieldPath, on: boolean, style: EditStyle = {}): Edit =>
  started(text, style, (head) => {
    const place = placeOf(head, path, style)
    return edited(place, (editor) => editor.setFlag(place, on))
  })

/** Removes a field with its lines and the comments that belong only to it. */
export const removeField = (text: string, path: FieldPath): Edit => {
  const place = placeOf(text, path)
  return edited(place, (editor) => editor.remove(place))
}

/** Renames a field; its value and place stay. */
export const renameField = (text: string, path: FieldPath, name: string): Edit => {
  const place = placeOf(text, path)
  return edited(place, (editor) => editor.rename(place, name))
}

/** Adds an item at the end of a list, creating the list if needed. */
export const addItem = (text: string, path: FieldPath, item: FieldScalar, style: EditStyle = {}): Edit =>
  started(text, style, (head) => {
    const place = placeOf(head, path, style)
    return edited(place, (editor) => editor.addItem(place, item))
  })

/** Removes an item of a list by its position; an emptied list stays as `[]`. */
export const removeItem = (text: string, path: FieldPath, at: number): Edit => {
  const place = placeOf(text, typeof path === 'string' ? [path, at] : [...path, at])
  return edited(place, (editor) => editor.remove(place))
}

/**
 * Writes the value of a field as typed, in the language of the head. Refused if it cannot be parsed or
 * another field would be read differently.
 */
export const editRaw = (text: string, path: readonly string[], typed: string): Edit => {
  const place = placeOf(text, path)
  return edited(place, (editor) => editor.setRaw(place, typed))
}

/** The fields of a head in order, with their positions and style. Empty if the head is broken. */
export const writtenFields = (text: string, read: FrontMatter): WrittenFields => {
  const split = splitPost(text)
  return (read.kind === 'parsed' || split.language === 'yaml') && !split.problem
    ? (editorOf(split)?.written(text, split, read) ?? new Map())
    : new Map()
}

const listTools = ({ path, style }: HeadPlace, editor: HeadEditor): ListTools => {
  const at = (text: string, further: readonly number[] = []) => placeOf(text, [...path, ...further], style)
  return {
    items: (text) => editor.items(at(text)),
    create: (text, items) => editor.addList(at(text), items),
    add: (text, item) => editor.addItem(at(text), item),
    change: (text, index, item) => editor.set({ ...at(text, [index]), style: {} }, item),
    remove: (text, index) => editor.remove(at(text, [index])),
  }
}

const isItems = (value: FieldValue): value is readonly FieldScalar[] => Array.isArray(value)
