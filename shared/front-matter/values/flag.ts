import { t } from '../../texts/translate'
import { flagOfWord } from '../read/yaml-types'
import type { Edit } from './types'

/** The boolean that a value means, including `yes` and `"true"`; null if it is not a flag. */
export const flagOf = (value: unknown): boolean | null => {
  if (typeof value === 'boolean') return value
  return typeof value === 'string' ? flagOfWord(value) : null
}

/** True if a flag may be written over this value: over a flag, or if there is no value. */
const maySetFlag = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || flagOf(value) !== null

/** Why a flag is not written over another value. */
export const noFlagReason = (key: string, written: string): string =>
  t('form.notSwitch', { key, value: written.length > 60 ? `${written.slice(0, 60)}…` : written })

/** The value at a path; undefined if there is none. */
export const valueAt = (data: unknown, path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    data,
  )

/** The refusal to write a flag over the value at a path; null if it may be written. */
export const flagAt = (path: readonly (string | number)[], data: unknown): Edit | null => {
  const here = valueAt(data, path)
  if (maySetFlag(here)) return null
  const written = typeof here === 'string' ? here : JSON.stringify(here)
  return { kind: 'refused', reason: noFlagReason(path.join('.'), written), line: 1 }
}
