/** A Windows icon file: a list of sizes, then the images as PNG. @param {ReadonlyMap<number, Buffer>} pictures */
export const ico = (pictures) => {
  const sizes = [...pictures.keys()].filter((size) => size <= 256).sort((a, b) => a - b)
  const head = Buffer.alloc(6 + sizes.length * 16)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(sizes.length, 4)
  let at = head.length
  const bodies = sizes.map((size, index) => {
    const png = pictureOf(pictures, size)
    const entry = 6 + index * 16
    head.writeUInt8(size % 256, entry) // 0 stands for 256
    head.writeUInt8(size % 256, entry + 1)
    head.writeUInt16LE(1, entry + 4)
    head.writeUInt16LE(32, entry + 6)
    head.writeUInt32LE(png.length, entry + 8)
    head.writeUInt32LE(at, entry + 12)
    at += png.length
    return png
  })
  return Buffer.concat([head, ...bodies])
}

/** Four-letter types give the size of an image in a macOS icon, and whether it is for high-density screens. */
const icnsTypes = /** @type {const} */ ([
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
])

/** A macOS icon file: chunks with type and length after a header with the total length. @param {ReadonlyMap<number, Buffer>} pictures */
export const icns = (pictures) => {
  const pieces = icnsTypes.map(([type, size]) => piece(type, pictureOf(pictures, size)))
  return piece('icns', Buffer.concat(pieces))
}

/** @param {string} type @param {Buffer} body */
const piece = (type, body) => {
  const head = Buffer.alloc(8)
  head.write(type, 'latin1')
  head.writeUInt32BE(8 + body.length, 4)
  return Buffer.concat([head, body])
}

/** @param {ReadonlyMap<number, Buffer>} pictures @param {number} size */
const pictureOf = (pictures, size) => {
  const png = pictures.get(size)
  if (!png) throw new Error(`No picture of ${size} pixels`)
  return png
}
