import { hash } from 'node:crypto'

/** What became of a sealed record: whole, of a version this app does not know, or not what was written. */
export type Unsealed =
  | { readonly kind: 'whole'; readonly version: number; readonly payload: Buffer }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'damaged' }

const longestHead = 200

/**
 * Bytes with a first line that says what they are, in which version, how long and with which hash. The line is the same
 * in every version, so that a newer one is told from a damaged one.
 */
export const seal = (name: string, version: number, payload: Uint8Array): Buffer => {
  const head = `${name} ${version} ${payload.length}`
  return Buffer.concat([Buffer.from(`${head} ${hashOf(head, payload)}\n`), payload])
}

/** Opens what `seal` made of a record of this name; `newest` is the last version that is known. */
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

const hashOf = (head: string, payload: Uint8Array): string =>
  hash('sha256', Buffer.concat([Buffer.from(`${head}\n`), payload]), 'hex')
