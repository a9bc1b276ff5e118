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

// What cameras, phones, messengers and systems call their images; copies are numbered.
const generated =
  /^_?(?:image|imag|img|pic|photo|picture|dsc|dscn|dscf|sam|pxl|mvimg|gopr|dji|p|wa|vid|screen ?shot|screen ?capture|capture|bildschirmfoto|captura de pantalla|capture d[’']écran|snip|whatsapp image|signal|telegram|fb|download|unnamed|untitled|clipboard|scan|temp|tmp|at|um|à|a las|a\.?m|p\.?m|mp|hdr|portrait|night|edit(?:ed)?|copy|kopie|e?wa|[\s\d_:.,()~+-])*$/i
const onlyHex = /^[\da-f]{8,}(?:-[\da-f]{4,})*$/i

/** A suggested alt text: the words of the file name, unless the name is generated. */
export const descriptionOf = (fileName: string): string => {
  const name = fileName.replace(/\.[^.]+$/, '')
  if (generated.test(name) || onlyHex.test(name)) return ''
  return name.replace(/[-_]+/g, ' ').trim()
}
