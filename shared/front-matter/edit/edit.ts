import { type SplitPost, splitPost } from '../read/split'
import type { Edit, EditStyle, FieldPath, FieldScalar, FieldValue } from '../values/types'
import { refused } from '../yaml/head'
import { editJson } from './json'
import { addOtherItem, otherItems, removeOtherItem } from './list'
import { type ListTools, setItems } from './set-items'
import { hasNoHead, startHead } from './start-head'
import { editToml } from './toml'
import {
  addYamlItem,
  addYamlList,
  editYaml,
  removeYaml,
  renameYaml,
  setYamlFlag,
  yamlItems,
} from './yaml/edit'

type Steps = readonly (string | number)[]
const stepsOf = (path: FieldPath): Steps => (typeof path === 'string' ? [path] : path)

/**
 * Sets a field, or adds it where the site's posts have it. The value keeps the quotes and the form of what stood
 * there; a list keeps every item that stays. Only the bytes of the returned changes differ.
 */
export const editField = (text: string, path: FieldPath, value: FieldValue, style: EditStyle = {}): Edit => {
  if (style.start && hasNoHead(text))
    return startHead(text, style.start, (head) => editField(head, path, value, style))
  const steps = stepsOf(path)
  if (isItems(value)) return setItems(text, value, listTools(steps, style))
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
export const addItem = (text: string, path: FieldPath, item: FieldScalar, style: EditStyle = {}): Edit => {
  if (style.start && hasNoHead(text))
    return startHead(text, style.start, (head) => addItem(head, path, item, style))
  const split = splitPost(text)
  const steps = stepsOf(path)
  return isOther(split)
    ? addOtherItem(text, split, steps, item, style)
    : addYamlItem(text, steps, item, style)
}

/** Removes an item of a list by its position; an emptied list stays as `[]`. */
export const removeItem = (text: string, path: FieldPath, at: number): Edit => {
  const split = splitPost(text)
  const steps = stepsOf(path)
  return isOther(split) ? removeOtherItem(text, split, steps, at) : removeYaml(text, [...steps, at])
}

const listTools = (path: Steps, style: EditStyle): ListTools => ({
  items: (text) => {
    const split = splitPost(text)
    return isOther(split) ? otherItems(text, split, path) : yamlItems(text, path)
  },
  create: (text, items) => {
    const split = splitPost(text)
    if (split.language === 'toml') return editToml(text, split, path, items, style)
    return isOther(split) ? editJson(text, split, path, items) : addYamlList(text, path, items, style)
  },
  add: (text, item) => addItem(text, path, item, style),
  change: (text, at, item) => editField(text, [...path, at], item),
  remove: (text, at) => removeItem(text, path, at),
})

const isOther = ({ language }: SplitPost): boolean => language === 'toml' || language === 'json'

const inYaml = (text: string, task: () => Edit): Edit => {
  const { language } = splitPost(text)
  if (language !== 'toml' && language !== 'json') return task()
  return refused(`This change of a ${language.toUpperCase()} front matter is made in the source`, 1)
}

const isItems = (value: FieldValue): value is readonly FieldScalar[] => Array.isArray(value)
