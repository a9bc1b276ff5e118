import { t } from '../../../shared/texts/translate'

/** A file size: “64 KB”, “4.2 MB”. */
export const sizeInWords = (bytes: number): string => {
  if (bytes < 1000) return t('images.bytes', { bytes })
  if (bytes < 999_500) return t('images.kilobytes', { size: Math.round(bytes / 1000) })
  return t('images.megabytes', { size: (bytes / 1_000_000).toFixed(bytes < 9_950_000 ? 1 : 0) })
}

/** The folder of an image by its last name, which tells most; “top of the site” where it lies in none. */
export const folderInWords = (path: string): string => {
  const parts = path.split('/').slice(0, -1)
  const last = parts.at(-1)
  return last === undefined ? t('images.siteRoot') : parts.length === 1 ? last : `…/${last}`
}

// What cameras, phones, messengers and systems call their images; copies are numbered. A word that begins another one comes
// after it: the words are removed one by one, as a pattern that tries all ways to split a name could take forever.
const generated =
  /image?|img|picture|pic|photo|dsc[nf]?|sam|pxl|mvimg|gopr|dji|vid|e?wa|screen ?shot|screen ?capture|captura de pantalla|capture d[’']écran|capture|bildschirmfoto|snip|whatsapp image|signal|telegram|fb|download|unnamed|untitled|clipboard|scan|temp|tmp|at|um|à|a las|a\.?m|p\.?m|mp|hdr|portrait|night|edit(?:ed)?|copy|kopie|p|[\s\d_:.,()~+-]/gi
const onlyHex = /^[\da-f]{8,}(?:-[\da-f]{4,})*$/i

/** A suggested alt text: the words of the file name, unless the name is generated. */
export const descriptionOf = (fileName: string): string => {
  const name = fileName.replace(/\.[^.]+$/, '')
  if (name.replace(generated, '') === '' || onlyHex.test(name)) return ''
  return name.replace(/[-_]+/g, ' ').trim()
}
