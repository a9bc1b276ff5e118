import { promisify } from 'node:util'
import { inflateRaw } from 'node:zlib'
import { AppError } from '../../shared/app-error'
import { t } from '../../shared/texts/translate'

const inflate = promisify(inflateRaw)

const maxEntries = 5_000
/** No dictionary file is larger than this. */
const largestEntry = 30_000_000

/** A file in an archive: where its bytes are, and how they are packed (APPNOTE 4.3.12). */
interface Entry {
  readonly name: string
  readonly method: number
  readonly packed: number
  readonly size: number
  readonly at: number
}

const damaged = (): AppError => new AppError('not-text', t('spelling.badArchive'))

/** The end record stands last, behind it only a comment of at most 65,535 bytes (APPNOTE 4.3.16). */
const findEnd = (bytes: Buffer): number => {
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - 65_557; at--)
    if (bytes.readUInt32LE(at) === 0x06_05_4b_50) return at
  throw damaged()
}

const entriesOf = (bytes: Buffer): readonly Entry[] => {
  const end = findEnd(bytes)
  const count = Math.min(maxEntries, bytes.readUInt16LE(end + 10))
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02_01_4b_50) throw damaged()
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset))
    const nameEnd = at + 46 + (nameLength ?? 0)
    entries.push({
      name: bytes.toString('utf8', at + 46, nameEnd),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      at: bytes.readUInt32LE(at + 42),
    })
    at = nameEnd + (extra ?? 0) + (comment ?? 0)
  }
  return entries
}

const contentOf = async (bytes: Buffer, { method, packed, size, at }: Entry): Promise<Uint8Array> => {
  if (size > largestEntry || at + 30 > bytes.length || bytes.readUInt32LE(at) !== 0x04_03_4b_50)
    throw damaged()
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
  const content = bytes.subarray(from, from + packed)
  if (method === 0) return content
  if (method !== 8) throw damaged()
  return inflate(content, { maxOutputLength: largestEntry }).catch((error: unknown) => {
    throw new AppError('not-text', t('spelling.badArchive'), { cause: error })
  })
}

/** A dictionary in an archive, by the name of its files. */
export interface ArchivedDictionary {
  readonly name: string
  readonly aff: Uint8Array
  readonly dic: Uint8Array
}

/** Whether bytes are a ZIP archive, as the extensions of LibreOffice (`.oxt`) and Firefox (`.xpi`) are. */
export const isArchive = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4

/** The pairs of a `.aff` and a `.dic` in an archive. Throws an AppError if it is damaged. */
export const dictionariesInArchive = async (bytes: Buffer): Promise<readonly ArchivedDictionary[]> => {
  const entries = new Map(entriesOf(bytes).map((entry) => [entry.name, entry]))
  const found: ArchivedDictionary[] = []
  for (const [path, dic] of entries) {
    const aff = path.endsWith('.dic') ? entries.get(path.replace(/\.dic$/, '.aff')) : undefined
    if (!aff) continue
    const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.dic$/, '')
    found.push({ name, aff: await contentOf(bytes, aff), dic: await contentOf(bytes, dic) })
  }
  return found
}
