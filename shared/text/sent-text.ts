import { z } from 'zod'
import { t } from '../texts/translate'

/** A text sent between main and the window: a long one as UTF-8, which is ten times faster than a string. */
export type SentText = string | Uint8Array<ArrayBuffer>

/** Longest text, in UTF-16 code units. */
export const longestText = 100_000_000
/** Whether a text of this length is sent as bytes. */
export const isLongText = (length: number): boolean => length >= 20_000

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Prepares a text for sending. Malformed Unicode, as from a file that is not UTF-8, stays a string. */
export const textToSend = (text: string): SentText =>
  !isLongText(text.length) || !text.isWellFormed() ? text : encoder.encode(text)

/** The string of a received text. */
export const receivedText = (sent: SentText): string =>
  typeof sent === 'string' ? sent : decoder.decode(sent)

/** The schema of a sent text, which it parses to a string. */
export const sentText = z.union([
  z.string().max(longestText),
  z
    .instanceof(Uint8Array)
    .refine(({ length }) => length <= longestText * 3, t('files.tooLong'))
    .transform(receivedText),
])
