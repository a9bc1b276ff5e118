import { promisify } from 'node:util'
import { crc32, deflateRaw, inflateRaw } from 'node:zlib'

const pack = promisify(deflateRaw)
const unpack = promisify(inflateRaw)
const magic = Buffer.from('PWJ1')
const headLength = 12
const plain = 0
const packed = 1

/** One record of a journal: magic, length and CRC-32 of what follows, then the value as JSON, packed when long. */
export async function recordOf(value: unknown): Promise<Buffer> {
  const json = Buffer.from(JSON.stringify(value))
  const long = json.length > 4096
  const payload = Buffer.concat([
    Uint8Array.of(long ? packed : plain),
    long ? await pack(json, { level: 1 }) : json,
  ])
  const head = Buffer.alloc(headLength)
  magic.copy(head)
  head.writeUInt32LE(payload.length, 4)
  head.writeUInt32LE(crc32(payload), 8)
  return Buffer.concat([head, payload])
}

/** The values of all whole records from the start; what follows a damaged or cut one is not trusted. */
export async function readRecords(bytes: Buffer): Promise<{ values: unknown[]; length: number }> {
  const values: unknown[] = []
  let at = 0
  while (at + headLength <= bytes.length) {
    const end = at + headLength + bytes.readUInt32LE(at + 4)
    const payload = bytes.subarray(at + headLength, end)
    const whole = bytes.subarray(at, at + 4).equals(magic) && end <= bytes.length && payload.length > 0
    if (!whole || crc32(payload) !== bytes.readUInt32LE(at + 8)) break
    const json = payload[0] === packed ? await unpack(payload.subarray(1)) : payload.subarray(1)
    values.push(JSON.parse(json.toString()))
    at = end
  }
  return { values, length: at }
}
