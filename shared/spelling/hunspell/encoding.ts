import { AppError } from '../../app-error'
import { t } from '../../texts/translate'

/** Names that dictionaries have for what browsers call otherwise (WHATWG Encoding). */
const otherNames: Readonly<Record<string, string>> = {
  'tis620-2533': 'windows-874',
  'microsoft-cp1251': 'windows-1251',
  'microsoft-cp1250': 'windows-1250',
  'microsoft-cp1257': 'windows-1257',
}

/** Bytes of the start of an affix file in which its `SET` line is looked for. */
const maxHead = 65_536

const labelOf = (aff: Uint8Array): string => {
  const start = new TextDecoder('latin1').decode(aff.subarray(0, maxHead))
  const set =
    /(?:^|[\r\n])\s*(?:\u00ef\u00bb\u00bf)?SET[ \t]+(\S+)/.exec(start)?.[1]?.toLowerCase() ?? 'iso-8859-1'
  return otherNames[set] ?? set.replace(/^iso8859-/, 'iso-8859-')
}

/** The text of both files in the letters that the affix file names (`SET`; ISO 8859-1 where it names none). */
export const decodeDictionary = (
  aff: Uint8Array,
  dic: Uint8Array,
): { readonly affixText: string; readonly wordText: string } => {
  const label = labelOf(aff)
  let decoder: TextDecoder
  try {
    decoder = new TextDecoder(label)
  } catch (error) {
    throw new AppError('not-text', t('spelling.unknownEncoding', { encoding: label }), { cause: error })
  }
  const affixText = decoder.decode(aff)
  const wordText = decoder.decode(dic)
  if (affixText.includes('\0') || wordText.slice(0, maxHead).includes('\0'))
    throw new AppError('not-text', t('spelling.binary'))
  return { affixText, wordText }
}
