import { z } from 'zod'
import { t } from '../texts/translate'

/** A text on its way between main and the window: what is long goes as UTF-8, which is handed over ten times quicker than a string. */
export type SentText = string | Uint8Array<ArrayBuffer>

/** Longest text, in UTF-16 code units. */
export const longestText = 100_000_000
/** Whether a text of this length goes as bytes. */
export const isLongText = (length: number): boolean => length >= 20_000

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** Makes a text ready to be sent. What is no well-formed Unicode, as bytes of a file that are not UTF-8, stays a string. */
export const textToSend = (text: string): SentText =>
  !isLongText(text.length) || !text.isWellFormed() ? text : encoder.encode(text)

/** The string that a text was before it was sent. */
export const receivedText = (sent: SentText): string =>
  typeof sent === 'string' ? sent : decoder.decode(sent)

/** A text that was sent, as the string that it was. */
export const sentText = z.union([
  z.string().max(longestText),
  z
    .instanceof(Uint8Array)
    .refine(({ length }) => length <= longestText * 3, t('files.tooLong'))
    .transform(receivedText),
])
