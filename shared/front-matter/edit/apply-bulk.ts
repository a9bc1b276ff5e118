import { unreadForm } from '../find/forms'
import { parseFrontMatter } from '../read/parse'
import { splitPost } from '../read/split'
import { fieldOf, isNested, type SiteSchema } from '../schema/site-schema'
import { valueAt } from '../values/flag'
import { spelledIn, spelledPath } from '../values/keys'
import type { Edit, EditStyle } from '../values/types'
import type { FieldChange } from './bulk-change'
import { addItem, editField, removeField, removeItem, renameField, setFlag } from './edit'

const nothing: Edit = { kind: 'changes', changes: [] }

/** The change in one post; no changes if the post already matches or does not have the field. */
export const bulkEditOf = (text: string, change: FieldChange, schema?: SiteSchema): Edit => {
  const split = splitPost(text, schema?.heads)
  const read = parseFrontMatter(text, split, schema?.heads)
  const unread = unreadForm(split.form, schema?.heads)
  if (read.kind === 'broken' && (unread !== null || !isMendable(change)))
    return { kind: 'refused', reason: read.message, line: read.line }
  const data = read.kind === 'parsed' ? read.data : {}
  const path = pathOf(change.key, data, schema)
  const here = valueAt(data, path)
  const style = styleOf(change.key, schema)
  switch (change.kind) {
    case 'set':
      return isSame(here, change.value) && !change.asText
        ? nothing
        : editField(text, path, change.value, change.asText ? { ...style, asText: true } : style)
    case 'flag':
      return here === change.on || (read.kind === 'none' && !change.on)
        ? nothing
        : setFlag(text, path, change.on, style)
    case 'remove-field':
      return here === undefined && read.kind !== 'broken' ? nothing : removeField(text, path)
    case 'rename-field':
      return here === undefined && read.kind !== 'broken' ? nothing : renameField(text, path, change.to)
    case 'add-tag':
      return positionOf(here, change.tag) >= 0 ? nothing : addItem(text, path, change.tag, style)
    case 'remove-tag':
      return withTag(here, change.tag, (at) => removeItem(text, path, at))
    case 'rename-tag':
      return withTag(here, change.tag, (at) =>
        positionOf(here, change.to) >= 0
          ? removeItem(text, path, at)
          : editField(text, [...path, at], change.to),
      )
  }
}

/**
 * The path for a field name. A name with dots is a path, unless it is itself a key of this post or of the
 * site's other posts. If the generator ignores case, the post's own spelling is used.
 */
export const pathOf = (
  name: string,
  data: Readonly<Record<string, unknown>>,
  schema?: SiteSchema,
): readonly string[] => {
  const key = schema?.ignoresCase ? spelledIn(data, name) : name
  const isKey = Object.hasOwn(data, key) || (schema && fieldOf(schema, name)?.literal)
  if (isKey || hasDottedSisters(key, data, schema) || !/^[^.]+(?:\.[^.]+)+$/.test(name)) return [key]
  const path = name.split('.')
  return schema?.ignoresCase ? (spelledPath(data, path) as readonly string[]) : path
}

// If `ms.date` is a single key, a new `ms.topic` is one too, unless there is a group `ms`.
const hasDottedSisters = (
  key: string,
  data: Readonly<Record<string, unknown>>,
  schema: SiteSchema | undefined,
): boolean => {
  const group = key.slice(0, key.indexOf('.') + 1)
  if (group === '' || Object.hasOwn(data, group.slice(0, -1))) return false
  if (Object.keys(data).some((one) => one.startsWith(group))) return true
  const sisters = schema?.fields.filter((field) => field.key.startsWith(group)) ?? []
  return sisters.some(({ literal }) => literal) && sisters.every(({ literal }) => literal)
}

/** The site's usual style of a field, for adding it to a post that lacks it or has no head. */
export const styleOf = (name: string, schema: SiteSchema | undefined): EditStyle => {
  const usual = schema && fieldOf(schema, name)
  const order = schema?.fields.filter((field) => !isNested(field)).map((field) => field.key)
  return {
    start: schema?.language ?? 'yaml',
    ...(schema?.heads ? { heads: schema.heads } : {}),
    ...(schema?.ignoresCase ? { ignoresCase: true } : {}),
    ...(order ? { order } : {}),
    ...(usual && usual.quotingCount > 0 ? { quoting: usual.quoting } : {}),
    ...(usual && usual.type === 'date' && usual.quotingCount > 0 && usual.quoting === 'plain'
      ? { plainDates: true }
      : {}),
    ...(usual && usual.count > 0 && !isNested(usual) ? { listStyle: usual.listStyle } : {}),
  }
}

// In a head with errors, a field on one line can still be edited with proof; list items cannot.
const isMendable = ({ kind }: FieldChange): boolean => kind !== 'remove-tag' && kind !== 'rename-tag'

const isSame = (here: unknown, value: unknown): boolean =>
  Array.isArray(here) && Array.isArray(value)
    ? here.length === value.length && here.every((item, at) => item === value[at])
    : here === value

const positionOf = (list: unknown, tag: string): number =>
  Array.isArray(list) ? list.findIndex((item) => String(item) === tag) : -1

const withTag = (list: unknown, tag: string, edit: (at: number) => Edit): Edit => {
  const at = positionOf(list, tag)
  return at < 0 ? nothing : edit(at)
}
