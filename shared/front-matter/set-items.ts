import { applyTextChanges } from '../text-change'
import type { Edit, EditStyle, FieldScalar } from './edit-types'
import { addYamlItem, addYamlList, editYaml, removeYaml, yamlItems } from './edit-yaml'
import { changesBetween } from './line-changes'
import { refused } from './yaml-head'

type Steps = readonly (string | number)[]

/** Sets a whole list: items that stay keep their bytes and comments, others are removed, changed or added. */
export const setYamlItems = (
  text: string,
  path: Steps,
  items: readonly FieldScalar[],
  style: EditStyle,
): Edit => {
  const before = yamlItems(text, path)
  if (before === null) return setNew(text, path, items, style)
  if (before.some((item) => item === undefined))
    return refused('This list holds groups; edit it in the source', 1)
  let now = text
  for (const edit of stepsBetween(before, items)) {
    const result = runStep(now, path, edit, style)
    if (result.kind === 'refused') return result
    now = applyTextChanges(now, result.changes)
  }
  return { kind: 'changes', changes: changesBetween(text, now) }
}

const setNew = (text: string, path: Steps, items: readonly FieldScalar[], style: EditStyle): Edit => {
  const [first, ...rest] = items
  const added = addYamlList(text, path, items, style)
  if (added.kind === 'changes' || first === undefined) return added
  // The key stands there without a value: the first item makes it a list.
  const start = addYamlItem(text, path, first, style)
  if (start.kind === 'refused' || rest.length === 0) return start
  const now = applyTextChanges(text, start.changes)
  const all = setYamlItems(now, path, items, style)
  if (all.kind === 'refused') return all
  return { kind: 'changes', changes: changesBetween(text, applyTextChanges(now, all.changes)) }
}

type ListStep =
  | { readonly kind: 'remove'; readonly at: number }
  | { readonly kind: 'change'; readonly at: number; readonly value: FieldScalar }
  | { readonly kind: 'add'; readonly value: FieldScalar }

const runStep = (text: string, path: Steps, step: ListStep, style: EditStyle): Edit => {
  if (step.kind === 'remove') return removeYaml(text, [...path, step.at])
  if (step.kind === 'add') return addYamlItem(text, path, step.value, style)
  return editYaml(text, [...path, step.at], step.value, {})
}

// Removed items go first, from the end; what then stands in another place is written over; the rest is added.
const stepsBetween = (before: readonly unknown[], after: readonly FieldScalar[]): ListStep[] => {
  const wanted = [...after]
  const kept: unknown[] = []
  const removed: ListStep[] = []
  for (const [at, item] of before.entries()) {
    const found = wanted.findIndex((value) => same(value, item))
    if (found < 0) removed.unshift({ kind: 'remove', at })
    else {
      kept.push(item)
      wanted.splice(found, 1)
    }
  }
  const changed: ListStep[] = []
  for (const [at, value] of after.entries()) {
    if (at >= kept.length) changed.push({ kind: 'add', value })
    else if (!same(value, kept[at])) changed.push({ kind: 'change', at, value })
  }
  return [...removed, ...changed]
}

const same = (value: FieldScalar, item: unknown): boolean => value === item || String(value) === String(item)
