import { AppError } from '../app-error'
import { joinBytes } from '../base/join-bytes'
import type { TextChange } from '../text/text-change'
import { t } from '../texts/translate'
import type { LineTerminator, TextFormat } from './post'

export interface DecodedPost {
  /** Lines end with LF; a byte that is not UTF-8 is the lone surrogate U+DC00 + byte. */
  readonly text: string
  readonly format: TextFormat
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const encoder = new TextEncoder()
const letterOf: Record<string, 'n' | 'b' | 'r'> = { '\n': 'n', '\r\n': 'b', '\r': 'r' }
const terminatorOf: Record<string, LineTerminator> = { n: '\n', b: '\r\n', r: '\r' }

/** A file's bytes as text, and all that is needed to get the same bytes back. Throws `not-text` for a binary. */
export const decodePost = (bytes: Uint8Array): DecodedPost => {
  refuseBinary(bytes)
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const content = bom ? bytes.subarray(3) : bytes
  const whole = decodeStrictly(content)
  const raw = whole ?? decodeWithEscapes(content)
  const { text, eol, terminators } = normaliseLineEnds(raw)
  return { text, format: { bom, eol, terminators, encoding: whole === null ? 'bytes' : 'utf-8' } }
}

/**
 * The bytes of a text: `encodePost(decode(b)) = b` for every file, and decoding the result gives `text` again.
 * Line breaks beyond the list of terminators get the format's `eol`.
 */
export const encodePost = (text: string, format: TextFormat): Uint8Array<ArrayBuffer> => {
  const marked = format.bom ? `\ufeff${text}` : text
  const raw = withLineEnds(marked, format)
  return format.encoding === 'bytes' ? encodeWithEscapes(raw) : encoder.encode(raw)
}

/** The format of `text` after `changes`: line breaks that stay keep their terminator, new ones take that of the line they split. */
export const changeFormat = (
  text: string,
  format: TextFormat,
  changes: readonly TextChange[],
): TextFormat => {
  const old = format.terminators
  if (old === null) return format
  let terminators = ''
  let breaks = 0
  let at = 0
  for (const { from, to, insert } of changes) {
    const before = countBreaks(text, at, from)
    terminators += old.slice(breaks, breaks + before)
    breaks += before
    const removed = countBreaks(text, from, to)
    const added = countBreaks(insert, 0, insert.length)
    terminators += old.slice(breaks, breaks + Math.min(added, removed))
    breaks += removed
    if (added > removed) {
      // The line that is split keeps its own ending in both halves, so it stays as it was in a diff.
      const neighbour = old[breaks] ?? terminators.at(-1) ?? letterOf[format.eol] ?? 'n'
      terminators += neighbour.repeat(added - removed)
    }
    at = to
  }
  return withTerminators(format, terminators + old.slice(breaks))
}

const withTerminators = (format: TextFormat, terminators: string): TextFormat => {
  const first = terminators[0]
  if (first === undefined || !isUniform(terminators, first)) return { ...format, terminators }
  return { ...format, terminators: null, eol: terminatorOf[first] ?? format.eol }
}

const isUniform = (letters: string, letter: string): boolean => {
  for (let i = 1; i < letters.length; i++) if (letters[i] !== letter) return false
  return true
}

const countBreaks = (text: string, from: number, to: number): number => {
  let count = 0
  for (let at = text.indexOf('\n', from); at !== -1 && at < to; at = text.indexOf('\n', at + 1)) count++
  return count
}

/** Throws `not-text` for a binary, and for text in an encoding that is not edited. */
export const refuseBinary = (bytes: Uint8Array): void => {
  const [a, b, c, d] = bytes
  const utf32 = a === 0 && b === 0 && c === 0xfe && d === 0xff
  if (utf32 || (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || looksLikeUtf16(bytes))
    throw new AppError('not-text', t('files.notUtf8'))
  const sample = bytes.subarray(0, 8192)
  const controls = sample.reduce((count, byte) => (isControl(byte) ? count + 1 : count), 0)
  // A stray control character happens in posts that work for their authors; a tenth of them does not.
  if (controls * 10 > sample.length || (controls > 0 && sample.includes(0) && !isUtf8Sample(sample)))
    throw new AppError('not-text', t('files.binary'))
}

/** NUL and the rest of C0, without tab, the line ends, form feed, backspace and escape. */
const isControl = (byte: number): boolean => byte < 0x20 && !(byte >= 8 && byte <= 13) && byte !== 0x1b

/** Without a mark: nearly every second byte is NUL, all on one side. */
const looksLikeUtf16 = (bytes: Uint8Array): boolean => {
  const pairs = Math.min(bytes.length, 8192) >> 1
  if (pairs < 2) return false
  let even = 0
  let odd = 0
  for (let i = 0; i < pairs * 2; i += 2) {
    if (bytes[i] === 0) even++
    if (bytes[i + 1] === 0) odd++
  }
  return (even === 0 && odd * 10 > pairs * 7) || (odd === 0 && even * 10 > pairs * 7)
}

/** The end of a sample may cut a character in two, which is not a fault of the file. */
const isUtf8Sample = (sample: Uint8Array): boolean => {
  let end = 0
  while (end < sample.length) {
    const length = sequenceLength(sample, end)
    if (length === 0) return sample.length === 8192 && end > sample.length - 4
    end += length
  }
  return true
}

const decodeStrictly = (bytes: Uint8Array): string | null => {
  try {
    return strict.decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** The way of PEP 383 ("surrogateescape"): what is UTF-8 is decoded, every other byte stands for itself. */
const decodeWithEscapes = (bytes: Uint8Array): string => {
  let text = ''
  let start = 0
  let at = 0
  while (at < bytes.length) {
    const length = sequenceLength(bytes, at)
    if (length > 0) {
      at += length
      continue
    }
    text += strict.decode(bytes.subarray(start, at)) + String.fromCharCode(0xdc00 + (bytes[at] ?? 0))
    at++
    start = at
  }
  return text + strict.decode(bytes.subarray(start))
}

/** Bytes of the well-formed UTF-8 sequence at `at` (table 3-7 of the Unicode standard), 0 when there is none. */
const sequenceLength = (bytes: Uint8Array, at: number): number => {
  const lead = bytes[at] ?? 0
  if (lead < 0x80) return 1
  if (lead < 0xc2 || lead > 0xf4) return 0
  const length = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
  const low = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80
  const high = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf
  const second = bytes[at + 1]
  if (second === undefined || second < low || second > high) return 0
  for (let i = 2; i < length; i++) if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return 0
  return length
}

const encodeWithEscapes = (raw: string): Uint8Array<ArrayBuffer> => {
  const parts: Uint8Array[] = []
  let at = 0
  // With the u flag a surrogate that belongs to a pair is no match.
  for (const match of raw.matchAll(/[\udc80-\udcff]+/gu)) {
    parts.push(encoder.encode(raw.slice(at, match.index)))
    parts.push(Uint8Array.from(match[0], (unit) => unit.charCodeAt(0) - 0xdc00))
    at = match.index + match[0].length
  }
  parts.push(encoder.encode(raw.slice(at)))
  return joinBytes(parts)
}

const normaliseLineEnds = (raw: string): Pick<TextFormat, 'eol' | 'terminators'> & { text: string } => {
  if (!raw.includes('\r')) return { text: raw, eol: '\n', terminators: null }
  let letters = ''
  const text = raw.replace(/\r\n?|\n/g, (terminator) => {
    letters += letterOf[terminator]
    return '\n'
  })
  const first = letters[0] ?? 'n'
  if (isUniform(letters, first)) return { text, eol: terminatorOf[first] ?? '\n', terminators: null }
  const count = { n: 0, b: 0, r: 0 }
  for (const letter of letters) count[letter as 'n' | 'b' | 'r']++
  const eol = count.b > count.n && count.b >= count.r ? '\r\n' : count.r > count.n ? '\r' : '\n'
  return { text, eol, terminators: letters }
}

const withLineEnds = (text: string, { eol, terminators }: TextFormat): string => {
  if (terminators === null) return eol === '\n' ? text : text.replaceAll('\n', eol)
  let result = ''
  let at = 0
  let index = 0
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', at)) {
    const terminator = terminatorOf[terminators.charAt(index)] ?? eol
    const next = terminatorOf[terminators.charAt(index + 1)] ?? eol
    index++
    // An edit may bring a lone CR and a lone LF together: two line breaks must not read as the one CRLF.
    const meets = terminator === '\r' && next === '\n' && text[end + 1] === '\n'
    result += text.slice(at, end) + (meets ? '\r\n' : terminator)
    at = end + 1
  }
  return result + text.slice(at)
}
