import { findNodeAtLocation, type Node } from 'jsonc-parser'
import { t } from '../../../texts/translate'
import { proveOther } from '../../prove/prove-other'
import { jsonTree } from '../../read/json'
import { lineInPost, sourceOf } from '../../read/source'
import type { HeadPlace } from '../../values/head-editor'
import type { Edit, FieldScalar } from '../../values/types'
import { lineStart } from '../../yaml/extent'
import { refused } from '../../yaml/head'

/** Sets a scalar of a JSON head, or adds a field at the end of its group; missing groups are created. */
export const setJson = (place: HeadPlace, value: FieldScalar | readonly FieldScalar[]): Edit => {
  const { text, split, path } = place
  const head = sourceOf(text, split)
  const { source } = head
  if (typeof value === 'number' && !Number.isFinite(value)) return refused(t('form.jsonNumber'), 1)
  const intent = { kind: 'set', path, value } as const
  const tree = jsonTree(source)
  const node = findNodeAtLocation(tree, [...path])
  if (node) {
    const { offset, length, type } = node
    if (type === 'object' || type === 'array')
      return refused(t('form.jsonGroups'), lineInPost(text, head, offset))
    const isNumber =
      !place.style.asText && type === 'number' && typeof value === 'string' && jsonNumber.test(value)
    const insert = isNumber ? value : JSON.stringify(value)
    const meant = isNumber ? { ...intent, value: Number(value) } : intent
    return proveOther(place, [{ from: offset, to: offset + length, insert }], meant)
  }
  const { parent, depth } = nearestGroup(tree, path)
  const missing = path.slice(depth)
  if (!parent || missing.some((step) => typeof step === 'number'))
    return refused(
      t('form.noFieldsInside', { field: path.slice(0, depth).join('.') }),
      lineInPost(text, head, parent?.offset ?? 0),
    )
  const [key = '', ...inner] = missing
  const whole = inner.reduceRight<unknown>((held, step) => ({ [step]: held }), value)
  return proveOther(place, [added(source, parent, String(key), whole, inner.length > 0)], intent)
}

const jsonNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/

const nearestGroup = (
  tree: Node,
  path: HeadPlace['path'],
): { readonly parent: Node | null; readonly depth: number } => {
  for (let depth = path.length - 1; depth >= 0; depth--) {
    const node = depth === 0 ? tree : findNodeAtLocation(tree, path.slice(0, depth) as (string | number)[])
    if (node) return { parent: node.type === 'object' ? node : null, depth }
  }
  return { parent: null, depth: 0 }
}

const added = (source: string, parent: Node, key: string, value: unknown, isGroup: boolean) => {
  const last = parent.children?.at(-1)
  const own = last ? ownLine(source, parent, last) : null
  const isSpread = own !== null || source[parent.offset + 1] === '\n'
  const pad = own ?? `${indentOf(source, parent.offset)}  `
  const written =
    isGroup && isSpread ? JSON.stringify(value, null, 2).replaceAll('\n', `\n${pad}`) : JSON.stringify(value)
  const pair = `${JSON.stringify(key)}: ${written}`
  const at = last ? last.offset + last.length : parent.offset + 1
  if (last) return { from: at, to: at, insert: `,${own === null ? ' ' : `\n${own}`}${pair}` }
  return { from: at, to: at, insert: isSpread ? `\n${pad}${pair}` : pair }
}

const indentOf = (source: string, offset: number): string =>
  /^[ \t]*/.exec(source.slice(lineStart(source, offset)))?.[0] ?? ''

// The indentation for a new property, if the last one is on its own line. In JSON without outer braces, the
// first property shares its line with the added brace; then the closing brace gives the indentation.
const ownLine = (source: string, parent: Node, { offset }: Node): string | null => {
  const blank = source.slice(lineStart(source, offset), offset)
  if (blank.trim() === '') return blank
  const closing = /\n([ \t]*)\}$/.exec(source.slice(0, parent.offset + parent.length))?.[1]
  return closing !== undefined && parent.children?.length === 1 ? closing : null
}
