import type { AST } from 'toml-eslint-parser'
import type { EditStyle, FieldScalar } from '../../values/types'

export type TomlValue = string | number | boolean | readonly FieldScalar[]

const tomlDate = /^\d{4}-\d\d-\d\d(?:[Tt ]\d\d:\d\d:\d\d(?:\.\d+)?(?:[Zz]|[-+]\d\d:\d\d)?)?$/

/** A value in the style of the one it replaces. */
export const valueLike = (
  node: AST.TOMLValue,
  value: string | number | boolean,
  { asText = false }: EditStyle = {},
): string => {
  if (typeof value !== 'string') return String(value)
  if (asText && node.kind !== 'string') return basicString(value)
  if ('datetime' in node && tomlDate.test(value)) return value
  if ((node.kind === 'integer' || node.kind === 'float') && /^[-+]?\d+(?:\.\d+)?$/.test(value)) return value
  if (node.kind !== 'string') return basicString(value)
  if (node.style === 'literal' && !node.multiline && isLiteral(value)) return `'${value}'`
  if (!node.multiline) return basicString(value)
  return node.style === 'basic' ? `"""\n${multiline(value)}"""` : `'''\n${value}'''`
}

/** A new value; a date is written without quotes if the site does so. */
export const newValue = (value: TomlValue | null, style: EditStyle = {}): string => {
  if (Array.isArray(value)) return `[${value.map((item: FieldScalar) => newValue(item, style)).join(', ')}]`
  if (typeof value !== 'string') return numberOrWord(value as number | boolean | null)
  if (style.plainDates && !style.asText && tomlDate.test(value)) return value
  return style.quoting === 'single' && isLiteral(value) ? `'${value}'` : basicString(value)
}

const numberOrWord = (value: number | boolean | null): string => {
  if (value === Number.POSITIVE_INFINITY) return 'inf'
  if (value === Number.NEGATIVE_INFINITY) return '-inf'
  return Number.isNaN(value) ? 'nan' : String(value)
}

/** A key as TOML writes it: quoted unless it consists of letters, digits, `_` and `-`. */
export const keyText = (key: string): string => (/^[\w-]+$/.test(key) ? key : JSON.stringify(key))

// biome-ignore lint/suspicious/noControlCharactersInRegex: a literal string has no escapes for these
export const isLiteral = (value: string): boolean => !/['\x00-\x08\x0a-\x1f\x7f]/.test(value)
const basicString = (value: string): string => JSON.stringify(value).replaceAll('\x7f', '\\u007f')
const multiline = (value: string): string => value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')
