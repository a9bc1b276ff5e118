import type { Quoting } from './edit-types'
import type { Drift } from './form-field'
import { isPlainText } from './format-value'
import type { FieldSchema, FieldType } from './site-schema'
import type { WrittenField } from './written-fields'
import { plainKind } from './yaml-types'

const enough = 5
const habit = 0.8

/** How a field differs from the way the site's posts write it; null where it does not, or nothing is usual. */
export const driftOf = (
  key: string,
  type: FieldType,
  written: WrittenField,
  usual: FieldSchema | null,
): Drift | null => {
  if (!usual || usual.count < enough || written.locked) return null
  if (usual.type !== type && isOtherKind(type, usual.type))
    return {
      message: `\`${key}\` is ${kindName(type)} here, ${kindName(usual.type)} in most posts`,
      adoptable: false,
    }
  if (type === 'list')
    return written.listStyle && written.listStyle !== usual.listStyle
      ? {
          message: `\`${key}\` is written ${styleName(written.listStyle)} here, ${styleName(usual.listStyle)} in most posts`,
          adoptable: false,
        }
      : null
  const { quoting, text } = written
  if (!quoting || text === null || text === '' || quoting === usual.quoting || /^[|>]/.test(written.source))
    return null
  if (usual.quotingCount < usual.count * habit) return null
  const what = type === 'date' ? `a ${quotingName(quoting)} date` : quotingName(quoting)
  return {
    message: `\`${key}\` is ${what} here, ${quotingName(usual.quoting)} in ${usual.quotingCount} of ${usual.count} posts`,
    adoptable: canBeWritten(text, usual.quoting, quoting),
  }
}

/** True when text can stand in this quoting and stay text. */
export const canBeWritten = (text: string, wanted: Quoting, now: Quoting): boolean => {
  const kind = plainKind(text)
  const isText = kind === 'text' || kind === 'date'
  // A number or flag without quotes is no text: quoting it would make it another type.
  if (now === 'plain') return isText
  return wanted !== 'plain' || (isText && isPlainText(text, 'block'))
}

const isOtherKind = (type: FieldType, usual: FieldType): boolean => {
  const group = (of: FieldType) => (of === 'list' || of === 'nested' || of === 'boolean' ? of : 'text')
  return group(type) !== group(usual)
}

const kindNames: Readonly<Partial<Record<FieldType, string>>> = {
  list: 'a list',
  nested: 'a group',
  boolean: 'yes or no',
  raw: 'a structure of its own',
}
const kindName = (type: FieldType): string => kindNames[type] ?? 'a text'
const styleName = (style: 'flow' | 'block'): string => (style === 'flow' ? 'in brackets' : 'one item a line')
const quotingName = (quoting: Quoting): string =>
  quoting === 'plain' ? 'plain' : quoting === 'single' ? 'in single quotes' : 'in double quotes'
