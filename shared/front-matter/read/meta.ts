import { itemAt } from '../../base/item-at'
import { type LineLanguage, metaFields } from '../find/meta-fields'

/**
 * Reads a head with one field per line into plain data. Values are text, or lists if they have several lines.
 */
export const readMeta = (content: string, language: LineLanguage): Record<string, unknown> => {
  const data: Record<string, unknown> = {}
  for (const { key, values } of metaFields(content, language)) {
    const texts = values.map(({ text }) => text)
    const value = texts.length === 1 ? itemAt(texts, 0) : texts.filter((text, at) => at > 0 || text !== '')
    Object.defineProperty(data, key, { value, enumerable: true, configurable: true, writable: true })
  }
  return data
}
