import { t } from '../../texts/translate'
import { dateShape, isSameShape } from '../dates/date-shape'
import { plainKind } from '../read/yaml-types'
import type { FieldSchema, FieldType } from '../schema/site-schema'
import { isPlainText } from '../values/format-value'
import type { WrittenField } from '../values/head-editor'

const enough = 5
const habit = 0.8

/**
 * How a field differs from the site's usual style, in words; null if it does not, or there is no such style.
 */
export const driftOf = (
  key: string,
  type: FieldType,
  written: WrittenField,
  usual: FieldSchema,
): string | null => {
  if (usual.count < enough || written.locked) return null
  if (usual.type !== type && isOtherKind(type, usual.type))
    return isEmptyList(written) ? null : inMost(key, kindName(type), kindName(usual.type))
  if (type === 'list') {
    const { listStyle } = written
    if (key.includes('.')) return null // the style of lists inside groups is not recorded
    return listStyle && listStyle !== usual.listStyle && !isEmptyList(written)
      ? t('form.driftList', { key, here: listStyle })
      : null
  }
  return driftOfQuotes(key, written, usual) ?? driftOfDate(key, type, written, usual)
}

const driftOfQuotes = (
  key: string,
  { quoting, text, source }: WrittenField,
  usual: FieldSchema,
): string | null => {
  if (!quoting || text === null || text === '' || quoting === usual.quoting || /^[|>]/.test(source))
    return null
  if (usual.quotingCount < usual.count * habit) return null
  const kind = plainKind(text)
  if (kind === 'null' && quoting === 'plain') return null // it means that there is no value
  const isValue =
    (kind === 'number' || kind === 'boolean') && (quoting === 'plain' || usual.quoting === 'plain')
  if (usual.quoting === 'plain' && needsQuotes(text, isValue && kind === usual.type)) return null
  const of = { key, count: usual.quotingCount, total: usual.count }
  if (!isValue) return t('form.driftQuotes', { ...of, here: quoting, usual: usual.quoting })
  const [own, quoted] = [kind === 'number' ? t('form.aNumber') : t('form.yesOrNo'), t('form.quotedText')]
  const [here, there] = quoting === 'plain' ? [own, quoted] : [quoted, own]
  return t('form.driftValue', { ...of, here, there })
}

const driftOfDate = (
  key: string,
  type: FieldType,
  { text }: WrittenField,
  usual: FieldSchema,
): string | null => {
  const { dateForm, sample } = usual
  const shape = type === 'date' && text !== null ? dateShape(text) : null
  return shape && dateForm && sample && !isSameShape(shape, dateForm)
    ? t('form.driftDate', { key, text: text ?? '', sample })
    : null
}

// Quotes that keep a text from being read as another type are not a matter of style.
const needsQuotes = (text: string, isUsualType: boolean): boolean => {
  const kind = plainKind(text)
  return !isPlainText(text, 'block') || !(kind === 'text' || kind === 'date' || isUsualType)
}

const isEmptyList = ({ items }: WrittenField): boolean => items !== null && items.length === 0

const isOtherKind = (type: FieldType, usual: FieldType): boolean => {
  const group = (of: FieldType) => (of === 'list' || of === 'nested' || of === 'boolean' ? of : 'text')
  return group(type) !== group(usual)
}

const inMost = (key: string, here: string, there: string): string => t('form.driftKind', { key, here, there })

const kindNames: Readonly<Partial<Record<FieldType, string>>> = {
  list: t('form.aList'),
  nested: t('form.aGroup'),
  boolean: t('form.yesOrNo'),
  raw: t('form.nestedData'),
}
const kindName = (type: FieldType): string => kindNames[type] ?? t('form.aText')
