import { isUtf8 } from 'node:buffer'
import type { TextFormat } from '../../shared/posts/post'
import { decodePost, refuseBinary } from '../../shared/posts/text-format'
import { isLongText, type SentText, textToSend } from '../../shared/text/sent-text'

const plain: TextFormat = { bom: false, eol: '\n', terminators: null, encoding: 'utf-8' }
const carriageReturn = 0x0d
const firstOfMark = 0xef

/**
 * A file's bytes as `decodePost` reads them, ready to be sent. If the bytes need no decoding, they are sent as they are:
 * converting them to a string and back takes longer than reading and hashing them.
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
