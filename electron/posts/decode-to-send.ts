import { isUtf8 } from 'node:buffer'
import type { TextFormat } from '../../shared/posts/post'
import { decodePost, refuseBinary } from '../../shared/posts/text-format'
import { isLongText, type SentText, textToSend } from '../../shared/text/sent-text'

const plain: TextFormat = { bom: false, eol: '\n', terminators: null, encoding: 'utf-8' }
const carriageReturn = 0x0d
const firstOfMark = 0xef

/**
 * A file's bytes as `decodePost` reads them, ready to be sent. Where the text is spelled like the file, the bytes go as
 * they are: to make a string of them, and bytes of that again, takes longer than to read and to hash them.
 */
export const decodeToSend = (
  bytes: Uint8Array<ArrayBuffer>,
): { readonly text: SentText; readonly format: TextFormat } => {
  refuseBinary(bytes)
  const isAsInFile =
    isLongText(bytes.length) && bytes[0] !== firstOfMark && !bytes.includes(carriageReturn) && isUtf8(bytes)
  if (isAsInFile) return { text: bytes, format: plain }
  const { text, format } = decodePost(bytes)
  return { text: textToSend(text), format }
}
