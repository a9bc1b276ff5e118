import { proveOther } from '../prove/prove-other'
import { HeadError } from '../read/head-error'
import { readJson } from '../read/json'
import { lineAt, type SplitPost, type TextRange } from '../read/split'
import { readToml } from '../read/toml'
import type { Intent } from '../values/intent'
import type { Edit, EditStyle, FieldScalar } from '../values/types'
import { addToBrackets, takeFromBrackets } from '../yaml/bracket-list'
import { refused } from '../yaml/head'
import { editJson, jsonList } from './json'
import { editToml, tomlItem, tomlList } from './toml'

type Steps = readonly (string | number)[]

/** A list in brackets with where its items are; a group inside has no value. */
export interface RangedList extends TextRange {
  readonly items: readonly (TextRange & { readonly value?: unknown })[]
}

/** Adds an item to a list of a TOML or JSON head; a list that is not there is added. */
export const addOtherItem = (
  text: string,
  split: SplitPost,
  path: Steps,
  item: FieldScalar,
  style: EditStyle,
): Edit => {
  const isToml = split.language === 'toml'
  if (isToml && item === null) return refused('TOML has no empty value', 1)
  return withList(text, split, path, (list, source) => {
    if (!list)
      return isToml ? editToml(text, split, path, [item], style) : editJson(text, split, path, [item])
    const written = isToml ? tomlItem(source, list, item) : JSON.stringify(item)
    const changes = addToBrackets(source, list, list.items.at(-1), written)
    return provedIn(text, split, changes, { kind: 'insert', path, at: list.items.length, value: item })
  })
}

/** Takes an item out of a list of a TOML or JSON head. */
export const removeOtherItem = (text: string, split: SplitPost, path: Steps, at: number): Edit =>
  withList(text, split, path, (list, source) => {
    if (!list?.items[at]) return refused(`There is no “${[...path, at].join('.')}” here`, 1)
    const change = takeFromBrackets(source, list.items, at, split.language === 'toml')
    return provedIn(text, split, [change], { kind: 'remove', path: [...path, at] })
  })

/** The items of a list of a TOML or JSON head, groups as undefined; null where there is no list. */
export const otherItems = (text: string, split: SplitPost, path: Steps): readonly unknown[] | null => {
  try {
    return listAt(text, split, path).list?.items.map(({ value }) => value) ?? null
  } catch (error) {
    if (error instanceof HeadError) return null
    throw error
  }
}

const listAt = (text: string, split: SplitPost, path: Steps) => {
  const source = text.slice(split.content.from, split.content.to)
  return { source, list: split.language === 'toml' ? tomlList(source, path) : jsonList(source, path) }
}

const withList = (
  text: string,
  split: SplitPost,
  path: Steps,
  edit: (list: RangedList | null, source: string) => Edit,
): Edit => {
  try {
    const { list, source } = listAt(text, split, path)
    return edit(list, source)
  } catch (error) {
    if (!(error instanceof HeadError)) throw error
    return refused(error.message, lineAt(text, split.content.from) + 1 + error.line)
  }
}

const provedIn = (
  text: string,
  split: SplitPost,
  changes: Parameters<typeof proveOther>[2],
  intent: Intent,
): Edit => proveOther(text, split, changes, intent, split.language === 'toml' ? readToml : readJson)
