import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'

/** The result of opening a sealed record: intact, of an unknown newer version, or damaged. */
export type Unsealed =
  | { readonly kind: 'whole'; readonly version: number; readonly payload: Buffer }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'damaged' }

const longestHead = 200

/**
 * Bytes with a first line that has their name, version, length and hash. The line has the same form in every version,
 * so that a newer record is not mistaken for a damaged one.
 */
export const seal = (name: string, version: number, payload: Uint8Array): Buffer => {
  const head = `${name} ${version} ${payload.length}`
  return Buffer.concat([Buffer.from(`${head} ${hashOf(head, payload)}\n`), payload])
}

/** Opens a record that `seal` made; `newest` is the latest known version. */
export const unseal = (name: string, newest: number, bytes: Buffer): Unsealed => {
  const end = bytes.subarray(0, longestHead).indexOf(0x0a)
  const line = bytes.subarray(0, Math.max(0, end)).toString('latin1')
  const [, head = '', found, version = '', length, sum] =
    /^((\S+) (\d{1,9}) (\d{1,15})) ([0-9a-f]{64})$/.exec(line) ?? []
  const payload = bytes.subarray(end + 1)
  if (found !== name || Number(length) !== payload.length || hashOf(head, payload) !== sum)
    return { kind: 'damaged' }
  return Number(version) > newest
    ? { kind: 'newer', version: Number(version) }
    : { kind: 'whole', version: Number(version), payload }
}

const maxConcurrent = 1_000_000

/** The same for many bytes in parts, hashed and joined in pieces so that nothing blocks. */
export const sealParts = async (
  name: string,
  version: number,
  parts: readonly Uint8Array[],
): Promise<readonly Uint8Array[]> => {
  const head = `${name} ${version} ${parts.reduce((sum, part) => sum + part.length, 0)}`
  const sum = createHash('sha256').update(`${head}\n`)
  const pieces: Uint8Array[] = []
  let gathered: Uint8Array[] = []
  let length = 0
  const join = async () => {
    const piece = Buffer.concat(gathered)
    sum.update(piece)
    pieces.push(piece)
    gathered = []
    length = 0
    await setImmediate()
  }
  for (const part of parts) {
    gathered.push(part)
    length += part.length
    if (length >= maxConcurrent) await join()
  }
  await join()
  return [Buffer.from(`${head} ${sum.digest('hex')}\n`), ...pieces]
}

const hashOf = (head: string, payload: Uint8Array): string =>
  createHash('sha256').update(`${head}\n`).update(payload).digest('hex')
