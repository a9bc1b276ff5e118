import type { BulkChange } from '../../shared/front-matter/edit/bulk-change'
import { HeadError } from '../../shared/front-matter/read/head-error'
import { readYaml } from '../../shared/front-matter/read/yaml'
import type { FieldScalar } from '../../shared/front-matter/values/types'
import { t } from '../../shared/texts/translate'
import { UsageError } from './command-line'

/** Parses `key=value`, `key+=item`, `key-=item` and `key=` (empties it); `--remove` and `--rename` are read by the command. */
export const changeOf = (assignment: string, asText: boolean): BulkChange => {
  const [, key, sign, value] = /^([^=]+?)([-+]?)=([\s\S]*)$/.exec(assignment) ?? []
  if (key === undefined || value === undefined) throw new UsageError(t('cli.notChange', { text: assignment }))
  if (sign === '+') return { kind: 'add-tag', key, tag: value }
  if (sign === '-') return { kind: 'remove-tag', key, tag: value }
  const meant = asText ? value : valueOfWord(value)
  // A boolean keeps the words of the file: `no` becomes `yes`.
  if (typeof meant === 'boolean') return { kind: 'flag', key, on: meant }
  return { kind: 'set', key, value: meant, ...(asText ? { asText } : {}) }
}

/** The value of a word on the command line: a boolean, a number, a list in brackets, otherwise text. */
const valueOfWord = (word: string): FieldScalar | FieldScalar[] => {
  if (word === 'true' || word === 'false') return word === 'true'
  if (word === 'null') return null
  if (/^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(word) && String(Number(word)) === word) return Number(word)
  return listOf(word) ?? word
}

const listOf = (word: string): FieldScalar[] | null => {
  if (!/^\[.*\]$/s.test(word)) return null
  try {
    const list = readYaml(word)
    return Array.isArray(list) && list.every(isScalar) ? list : null
  } catch (error) {
    if (error instanceof HeadError) return null // brackets that are not a list are text
    throw error
  }
}

const isScalar = (value: unknown): value is FieldScalar => value === null || typeof value !== 'object'
