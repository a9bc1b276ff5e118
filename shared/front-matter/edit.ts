import { editJson } from './edit-json'
import { editToml } from './edit-toml'
import type { Edit, EditStyle, FieldPath, FieldScalar, FieldValue } from './edit-types'
import { addYamlItem, editYaml, removeYaml, renameYaml, setYamlFlag } from './edit-yaml'
import { setYamlItems } from './set-items'
import { splitPost } from './split'
import { refused } from './yaml-head'

type Steps = readonly (string | number)[]
const stepsOf = (path: FieldPath): Steps => (typeof path === 'string' ? [path] : path)

/**
 * Sets a field, or adds it where the site's posts have it. The value keeps the quotes and the form of what stood
 * there; a list keeps every item that stays. Only the bytes of the returned changes differ.
 */
export const editField = (text: string, path: FieldPath, value: FieldValue, style: EditStyle = {}): Edit => {
  const steps = stepsOf(path)
  if (isItems(value)) return inYaml(text, () => setYamlItems(text, steps, value, style))
  const split = splitPost(text)
  if (split.language === 'toml') return editToml(text, split, steps, value, style)
  if (split.language === 'json') return editJson(text, split, steps, value)
  return editYaml(text, steps, value, style)
}

/** Switches a flag in the file's own spelling (`yes`, `True`); a flag that is not there is added. */
export const setFlag = (text: string, path: FieldPath, on: boolean, style: EditStyle = {}): Edit =>
  splitPost(text).language === 'yaml'
    ? setYamlFlag(text, stepsOf(path), on, style)
    : editField(text, path, on, style)

/** Removes a field with its lines, and with the comments that speak of it alone. */
export const removeField = (text: string, path: FieldPath): Edit =>
  inYaml(text, () => removeYaml(text, stepsOf(path)))

/** Gives a field another name; its value and place stay. */
export const renameField = (text: string, path: FieldPath, name: string): Edit =>
  inYaml(text, () => renameYaml(text, stepsOf(path), name))

/** Adds an item at the end of a list; a list that is not there is added. */
export const addItem = (text: string, path: FieldPath, item: FieldScalar, style: EditStyle = {}): Edit =>
  inYaml(text, () => addYamlItem(text, stepsOf(path), item, style))

/** Removes an item of a list by its position; an emptied list stays as `[]`. */
export const removeItem = (text: string, path: FieldPath, at: number): Edit =>
  inYaml(text, () => removeYaml(text, [...stepsOf(path), at]))

const inYaml = (text: string, task: () => Edit): Edit => {
  const { language } = splitPost(text)
  if (language !== 'toml' && language !== 'json') return task()
  return refused(`This change of a ${language.toUpperCase()} front matter is made in the source`, 1)
}

const isItems = (value: FieldValue): value is readonly FieldScalar[] => Array.isArray(value)
