import {
  Called,
  type CodeValue,
  chainOf,
  configurationOf,
  isObject,
  Named,
  packageOf,
  plainOf,
  type ReadCode,
  Unknown,
} from '../../configuration/code-values'
import type { Values } from '../../configuration/read-data'
import type { ListedPlugin } from './plugin-features'

const deepest = 12

/** Every plugin listed under `keys` in the configuration, in the order of the source. */
export const listedPlugins = (code: ReadCode | null, ...keys: readonly string[]): readonly ListedPlugin[] =>
  listsOf(code, keys).flatMap(pluginsIn)

/**
 * The plugins that the configuration lists, if it lists any; null if it has no such list, or one with a part that is
 * known only at run time.
 */
export const knownPlugins = (
  code: ReadCode | null,
  ...keys: readonly string[]
): readonly ListedPlugin[] | null => {
  const lists = listsOf(code, keys)
  const items = lists.flatMap((list): readonly CodeValue[] => (Array.isArray(list) ? list : [list]))
  const isKnown = items.every(isKnownPlugin)
  return lists.length > 0 && isKnown ? lists.flatMap(pluginsIn) : null
}

// The site's own functions are known, too: they set no feature.
const isKnownPlugin = (item: CodeValue): boolean => {
  const plugin = Array.isArray(item) ? (item as readonly CodeValue[])[0] : item
  return !(plugin instanceof Unknown) && !(plugin instanceof Named && plugin.from === null)
}

const listsOf = (code: ReadCode | null, keys: readonly string[]): readonly CodeValue[] => {
  const found = new Set<CodeValue>()
  const visit = (value: CodeValue, depth: number): void => {
    if (depth > deepest) return
    if (Array.isArray(value)) for (const one of value) visit(one, depth + 1)
    else if (isObject(value))
      for (const [key, inside] of Object.entries(value)) {
        if (keys.includes(key) && inside !== undefined && inside !== null) found.add(inside)
        visit(inside, depth + 1)
      }
    else if (value instanceof Called)
      for (const one of chainOf(value).steps.flatMap(({ args }) => args)) visit(one, depth + 1)
  }
  visit(configurationOf(code?.exported), 0)
  for (const { args } of code?.calls ?? []) for (const one of args) if (isObject(one)) visit(one, 0)
  return [...found]
}

const pluginsIn = (list: CodeValue): readonly ListedPlugin[] =>
  (Array.isArray(list) ? list : [list]).flatMap((one: CodeValue) => pluginOf(one) ?? [])

/** A plugin in a list: its package or name, alone, with options, or as `{ resolve, options }`. */
const pluginOf = (one: CodeValue): ListedPlugin | null => {
  const [plugin, options] = Array.isArray(one)
    ? (one as readonly CodeValue[])
    : isObject(one)
      ? [one.resolve, one.options]
      : [one, undefined]
  const name = typeof plugin === 'string' ? plugin : packageOf(plugin)
  if (name !== null) return { name, options: valuesOf(options) }
  return plugin instanceof Called ? pluginOf(plugin.args[0]) : null // wrapped by a function of the site
}

/** The known part of an object in code. */
export const valuesOf = (value: CodeValue): Values =>
  value !== undefined && isObject(value) ? (plainOf(value) as Values) : {}
