/** A name for comparing, whatever its case and however its accents are composed. */
export const folded = (text: string): string => text.normalize('NFC').toLowerCase()

/** An address without what different hosts write at its end. */
export const addressKey = (address: string): string =>
  address.replace(/(?:\/index\.html?|\.html?|(?<!\/)\/+)$/i, '').normalize('NFC') || '/'
