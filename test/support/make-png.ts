import { crc32, deflateSync } from 'node:zlib'

/** A real PNG of one colour with a lighter frame, so that a screenshot shows where an image begins. */
export const makePng = (
  width: number,
  height: number,
  [red, green, blue]: readonly [number, number, number],
): Uint8Array => {
  const rows = Buffer.alloc(height * (width * 3 + 1))
  const frame = Math.max(2, Math.round(width / 60))
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const inFrame = x < frame || y < frame || x >= width - frame || y >= height - frame
      const lift = inFrame ? 40 : 0
      rows.set(
        [red, green, blue].map((part) => Math.min(255, part + lift)),
        y * (width * 3 + 1) + 1 + x * 3,
      )
    }
  }
  const size = Buffer.alloc(13)
  size.writeUInt32BE(width, 0)
  size.writeUInt32BE(height, 4)
  size.set([8, 2, 0, 0, 0], 8) // 8 bits, red green blue
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', size),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

const chunk = (name: string, data: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(name), data])
  const length = Buffer.alloc(4)
  const sum = Buffer.alloc(4)
  length.writeUInt32BE(data.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}
