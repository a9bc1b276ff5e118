import { AppError } from '../../app-error'
import { t } from '../../texts/translate'

/** Names of encodings in dictionaries, mapped to those that browsers use (WHATWG Encoding). */
const otherNames: Readonly<Record<string, string>> = {
  'tis620-2533': 'windows-874',
  'microsoft-cp1251': 'windows-1251',
  'microsoft-cp1250': 'windows-1250',
  'microsoft-cp1257': 'windows-1257',
}

/** How many characters at the start of a word list are checked for binary data. */
const maxHead = 65_536

const labelOf = (aff: Uint8Array): string => {
  const start = new TextDecoder('latin1').decode(aff) // `SET` may follow a thousand lines of aliases
  const set =
    /(?:^|[\r\n])\s*(?:\u00ef\u00bb\u00bf)?SET[ \t]+(\S+)/.exec(start)?.[1]?.toLowerCase() ?? 'iso-8859-1'
  return otherNames[set] ?? set.replace(/^iso8859-/, 'iso-8859-')
}

/** Decodes both files in the encoding that the affix file names (`SET`; ISO 8859-1 if it names none). */
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
  const affixText = label === 'utf-8' ? decodeAffixes(aff, decoder) : decoder.decode(aff)
  const hasByteFlags = label === 'utf-8' && !/^\s*FLAG\b/m.test(affixText)
  const wordText = hasByteFlags ? decodeWords(dic, decoder) : decoder.decode(dic)
  if (affixText.includes('\0') || wordText.slice(0, maxHead).includes('\0'))
    throw new AppError('not-text', t('spelling.binary'))
  // What a download page saves in place of a file.
  if ([affixText, wordText].some((text) => /^\s*<(?:!doctype|html|\?xml)\b/i.test(text)))
    throw new AppError('not-text', t('spelling.webPage'))
  return { affixText, wordText }
}

/** Bytes as characters: those beyond ASCII become U+F780 to U+F7FF (WHATWG Encoding). */
const lettersOfBytes = (bytes: Uint8Array): string => new TextDecoder('x-user-defined').decode(bytes)

const byteLetters = /[\uf780-\uf7ff]+/g

const asText = (letters: string, decoder: TextDecoder): string =>
  letters.replace(byteLetters, (part) =>
    decoder.decode(Uint8Array.from(part, (letter) => letter.charCodeAt(0) & 0xff)),
  )

/** Lines of an affix file that contain only flags. */
const flagLine =
  /^\s*(?:AF|COMPOUNDRULE|\w*FLAG|COMPOUND(?:BEGIN|MIDDLE|END|FIRST|LAST|ROOT)|NEEDAFFIX|PSEUDOROOT|FORBIDDENWORD|KEEPCASE|NOSUGGEST|CIRCUMFIX|ONLYINCOMPOUND|FORCEUCASE)\s/
const affixLine = /^(\s*[PS]FX\s+)(\S+)(\s+\S+\s+[^\s/]*)(\/\S*)?(.*)$/s

/** Decodes an affix file in UTF-8. Without a `FLAG` line, each flag is a byte (hunspell(5)). */
const decodeAffixes = (aff: Uint8Array, decoder: TextDecoder): string => {
  const text = decoder.decode(aff)
  if (/^\s*FLAG\b/m.test(text)) return text
  return lettersOfBytes(aff)
    .split('\n')
    .map((line) => {
      if (flagLine.test(line)) return line
      const [, kind = '', flag = '', letters = '', flags = '', rest = ''] = affixLine.exec(line) ?? []
      if (kind === '') return asText(line, decoder)
      return kind + flag + asText(letters, decoder) + flags + asText(rest, decoder)
    })
    .join('\n')
}

/** Decodes a word list in UTF-8 whose flags are bytes. */
const decodeWords = (dic: Uint8Array, decoder: TextDecoder): string => {
  const letters = lettersOfBytes(dic)
  if (!/\/[^\s/]*[\uf780-\uf7ff]/.test(letters)) return decoder.decode(dic)
  return letters
    .split('\n')
    .map((line) => {
      const slash = /[^\\](\/)/.exec(line)
      if (!slash) return asText(line, decoder)
      const end = /\s/.exec(line.slice(slash.index))
      const to = end ? slash.index + end.index : line.length
      return (
        asText(line.slice(0, slash.index + 1), decoder) +
        line.slice(slash.index + 1, to) +
        asText(line.slice(to), decoder)
      )
    })
    .join('\n')
}
