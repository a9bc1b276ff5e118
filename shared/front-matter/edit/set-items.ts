import { applyTextChanges } from '../../text/text-change'
import { t } from '../../texts/translate'
import { changesBetween } from '../values/line-changes'
import type { Edit, FieldScalar } from '../values/types'
import { refused } from '../yaml/head'

/** The list operations of a language. */
export interface ListTools {
  /** The items, with groups as undefined; null if there is no list. */
  readonly items: (text: string) => readonly unknown[] | null
  readonly create: (text: string, items: readonly FieldScalar[]) => Edit
  readonly add: (text: string, item: FieldScalar) => Edit
  readonly change: (text: string, at: number, item: FieldScalar) => Edit
  readonly remove: (text: string, at: number) => Edit
}

/** Sets a whole list: unchanged items keep their bytes and comments, others are removed, changed or added. */
export const setItems = (text: string, items: readonly FieldScalar[], tools: ListTools): Edit => {
  const before = tools.items(text)
  if (before === null) return setNew(text, items, tools)
  if (before.some((item) => item === undefined)) return refused(t('form.listOfGroups'), 1)
  let now = text
  for (const edit of stepsBetween(before, items)) {
    const result = runStep(now, edit, tools)
    if (result.kind === 'refused') return result
    now = applyTextChanges(now, result.changes)
  }
  return { kind: 'changes', changes: changesBetween(text, now) }
}

const setNew = (text: string, items: readonly FieldScalar[], tools: ListTools): Edit => {
  const [first, ...rest] = items
  const added = tools.create(text, items)
  if (added.kind === 'changes' || first === undefined) return added
  // The key has no value: the first item makes it a list.
  const start = tools.add(text, first)
  if (start.kind === 'refused' || rest.length === 0) return start
  const now = applyTextChanges(text, start.changes)
  const all = setItems(now, items, tools)
  if (all.kind === 'refused') return all
  return { kind: 'changes', changes: changesBetween(text, applyTextChanges(now, all.changes)) }
}

type ListStep =
  | { readonly kind: 'remove'; readonly at: number }
  | { readonly kind: 'change'; readonly at: number; readonly value: FieldScalar }
  | { readonly kind: 'add'; readonly value: FieldScalar }

const runStep = (text: string, step: ListStep, tools: ListTools): Edit => {
  if (step.kind === 'remove') return tools.remove(text, step.at)
  return step.kind === 'add' ? tools.add(text, step.value) : tools.change(text, step.at, step.value)
}

// Removes items from the end, then overwrites items at other positions, then adds the rest.
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
