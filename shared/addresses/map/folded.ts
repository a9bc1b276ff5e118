/** A name for comparison, ignoring its case and how its accents are composed. */
export const folded = (text: string): string => text.normalize('NFC').toLowerCase()

/** An address without its ending, which differs between hosts: `/`, `.html`, `/index.html`. */
export const addressKey = (address: string): string =>
  address.replace(/(?:\/index\.html?|\.html?|(?<!\/)\/+)$/i, '').normalize('NFC') || '/'
