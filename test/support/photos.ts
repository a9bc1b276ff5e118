import { loadSharp } from '../../electron/assets/pixels/load-sharp'

const sharp = await loadSharp()

/** The colours of a test photo's corners as displayed: top left, top right, bottom left, bottom right. */
export const corners = {
  red: [220, 30, 30],
  green: [30, 200, 40],
  blue: [30, 40, 210],
  white: [245, 245, 245],
}

const quarter = (background: readonly number[], width: number, height: number) => {
  const [r = 0, g = 0, b = 0] = background
  return { create: { width, height, channels: 3 as const, background: { r, g, b } } }
}

/** A picture with a different colour in each quarter. */
export const fourColours = async (width: number, height: number): Promise<Buffer> => {
  const [w, h] = [Math.floor(width / 2), Math.floor(height / 2)]
  const { red, green, blue, white } = corners
  const part = async (colour: readonly number[], left: number, top: number) => ({
    input: await sharp(quarter(colour, w, h))
      .png()
      .toBuffer(),
    left,
    top,
  })
  return sharp(quarter(white, width, height))
    .composite([await part(red, 0, 0), await part(green, width - w, 0), await part(blue, 0, height - h)])
    .png()
    .toBuffer()
}

const place = {
  GPSLatitudeRef: 'N',
  GPSLatitude: '52/1 31/1 0/1',
  GPSLongitudeRef: 'E',
  GPSLongitude: '13/1 24/1 0/1',
}

export interface PhotoWanted {
  readonly width?: number
  readonly height?: number
  readonly format?: 'jpeg' | 'png' | 'webp' | 'avif'
  /** Stored rotated, as by a camera held upright. */
  readonly isTurned?: boolean
  readonly profile?: string
}

/** A photo as a camera writes it: with place, serial number and orientation. */
export const photo = async ({
  width = 400,
  height = 300,
  format = 'jpeg',
  isTurned = false,
  profile,
}: PhotoWanted = {}): Promise<Uint8Array> => {
  const upright = sharp(await fourColours(width, height))
  const stored = isTurned ? sharp(await upright.rotate(270).toBuffer()) : upright
  const said = stored.withExif({
    IFD0: { Model: 'Camera X', Artist: 'Ann' },
    IFD2: { BodySerialNumber: 'S-12345' },
    IFD3: place,
  })
  if (isTurned) said.withMetadata({ orientation: 6 })
  if (profile) said.withIccProfile(profile)
  return new Uint8Array(await said.toFormat(format, { quality: 95 }).toBuffer())
}

/** The colours at the corners as a viewer sees them, and the size. */
export const seen = async (bytes: Uint8Array) => {
  const { data, info } = await sharp(bytes)
    .autoOrient()
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number) => [
    ...data.subarray((y * info.width + x) * 3, (y * info.width + x) * 3 + 3),
  ]
  const [right, bottom] = [info.width - 10, info.height - 10]
  return {
    width: info.width,
    height: info.height,
    colours: [at(10, 10), at(right, 10), at(10, bottom), at(right, bottom)].map(nameOfColour),
  }
}

const nameOfColour = (found: readonly number[]): string =>
  Object.entries(corners).find(([, colour]) =>
    colour.every((part, index) => Math.abs(part - (found[index] ?? 0)) < 40),
  )?.[0] ?? found.join(' ')

/** The corners that a viewer sees in every such photo. */
export const upright = ['red', 'green', 'blue', 'white']
