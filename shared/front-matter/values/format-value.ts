import { plainKind } from '../read/yaml-types'
import type { FieldScalar, Quoting } from './types'

/** Where a value is written; inside `[ ]` and `{ }` more characters need quotes. */
export type ValuePlace = 'block' | 'flow'

/** A value as YAML on one line, in the wanted quoting if that can represent it. */
export const formatScalar = (value: FieldScalar, quoting: Quoting, place: ValuePlace = 'block'): string => {
  if (typeof value !== 'string') return formatPlain(value)
  if (quoting === 'plain' && isPlainText(value, place) && plainKind(value) === 'text') return value
  return quoteText(value, quoting === 'double' ? 'double' : 'single')
}

const formatPlain = (value: number | boolean | null): string => {
  if (value === null) return 'null'
  if (value === Number.POSITIVE_INFINITY) return '.inf'
  if (value === Number.NEGATIVE_INFINITY) return '-.inf'
  return Number.isNaN(value) ? '.nan' : String(value)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the ones that must be escaped
const needsEscape = /[\x00-\x08\x0a-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/
const startsLikeYaml = /^(?:[,[\]{}#&*!|>'"%@`]|[-?:](?:$|[\s,[\]{}])|---|\.\.\.)/

/** True if `text` without quotes is one plain scalar, whatever type it would be read as. */
export const isPlainText = (text: string, place: ValuePlace): boolean =>
  text !== '' &&
  text.trim() === text &&
  !needsEscape.test(text) &&
  !startsLikeYaml.test(text) &&
  !/:(?:\s|$)|\s#|\t/.test(text) &&
  !(place === 'flow' && /[,[\]{}]|:$/.test(text))

/** Text in quotes; double quotes replace single ones if those cannot represent it. */
export const quoteText = (text: string, wanted: 'single' | 'double'): string => {
  const single = wanted === 'single' && !needsEscape.test(text)
  // Inside single quotes an apostrophe is doubled.
  return single
    ? `'${text.replaceAll("'", "''")}'`
    : `"${text.replace(/[\\"]/g, '\\$&').replace(escaped, escapeOf)}"`
}

const escaped = new RegExp(needsEscape.source, 'g')
const named: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\0': '\\0' }
const escapeOf = (char: string): string =>
  named[char] ?? `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`
