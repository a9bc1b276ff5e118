// A byte that is not UTF-8 is represented as the lone surrogate U+DC00 + byte, which no YAML parser accepts.
// For parsing it is replaced with a private-use character of the same length, so that offsets stay valid.
const toPrivate = 0xf700 - 0xdc00
const lone = /(?<![\uD800-\uDBFF])[\uDC80-\uDCFF]/g
const standIns = /[\uF780-\uF7FF]/g

/** True when some characters of the text are bytes that are not UTF-8. */
export const hasOddBytes = (text: string): boolean => text.search(lone) >= 0

/** The same text, of the same length, in a form that parsers accept. */
export const shieldOddBytes = (text: string): string =>
  text.replace(lone, (char) => String.fromCharCode(char.charCodeAt(0) + toPrivate))

/**
 * Restores shielded bytes in a parsed value. Only for text that had some: otherwise the characters are valid.
 */
export const unshieldOddBytes = (value: unknown): unknown => {
  if (typeof value === 'string')
    return value.replace(standIns, (char) => String.fromCharCode(char.charCodeAt(0) - toPrivate))
  if (Array.isArray(value)) return value.map(unshieldOddBytes)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [unshieldOddBytes(key), unshieldOddBytes(item)]),
  )
}
