import { promisify } from 'node:util'
import { crc32, deflateRaw, inflateRaw } from 'node:zlib'

const pack = promisify(deflateRaw)
const unpack = promisify(inflateRaw)
const name = 'PWJ'
/** In version 1 the checksum did not cover the first four letters, and there were no saves; 2 had no base file. */
const version = 3
const headLength = 12
const plain = 0
const packed = 1

/** One record: `PWJ` and a version, length and CRC-32 of the rest, then the value as JSON, compressed if long. */
export const recordOf = async (value: unknown): Promise<Buffer> => {
  const json = Buffer.from(JSON.stringify(value))
  const long = json.length > 4096
  const payload = Buffer.concat([
    Uint8Array.of(long ? packed : plain),
    long ? await pack(json, { level: 1 }) : json,
  ])
  const head = Buffer.alloc(headLength)
  head.write(`${name}${version}`, 'latin1')
  head.writeUInt32LE(payload.length, 4)
  head.writeUInt32LE(sumOf(version, payload), 8)
  return Buffer.concat([head, payload])
}

export interface ReadRecords {
  readonly values: readonly unknown[]
  /** Their length in bytes; nothing after a damaged or truncated record is trusted. */
  readonly length: number
  /** The next record is complete and has an unknown newer version. */
  readonly isNewer: boolean
}

/** The values of all complete records from the start. */
export const readRecords = async (bytes: Buffer): Promise<ReadRecords> => {
  const values: unknown[] = []
  let at = 0
  while (at + headLength <= bytes.length) {
    const [, digit] = /^PWJ([1-9])$/.exec(bytes.toString('latin1', at, at + 4)) ?? []
    const end = at + headLength + bytes.readUInt32LE(at + 4)
    const payload = bytes.subarray(at + headLength, end)
    const whole = digit !== undefined && end <= bytes.length && payload.length > 0
    if (!whole || sumOf(Number(digit), payload) !== bytes.readUInt32LE(at + 8)) break
    if (Number(digit) > version) return { values, length: at, isNewer: true }
    const json = payload[0] === packed ? await unpack(payload.subarray(1)) : payload.subarray(1)
    values.push(JSON.parse(json.toString()))
    at = end
  }
  return { values, length: at, isNewer: false }
}

const sumOf = (of: number, payload: Uint8Array): number =>
  of === 1 ? crc32(payload) : crc32(payload, crc32(`${name}${of}`))
