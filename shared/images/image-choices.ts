import { z } from 'zod'

/** How an image is changed before it is kept. */
export const imageChoices = z.strictObject({
  /** Pixels it may be wide; null leaves its size. Nothing is ever made larger. */
  width: z
    .number()
    .int()
    .min(16)
    .max(16_000)
    .nullable()
    .describe('The maximum width in pixels; null for no limit'),
  format: z.enum(['keep', 'webp', 'avif']).describe('The format of imported images'),
  /** Camera, place, author and the like; orientation and colours are right either way. */
  metadata: z.enum(['remove', 'keep']).describe('Whether location, camera and author data is removed'),
})
export type ImageChoices = Readonly<z.infer<typeof imageChoices>>

/** What is done where nobody chose. */
export const usualImageChoices: ImageChoices = { width: null, format: 'keep', metadata: 'remove' }

/** Some of the choices; what is left out is as usual. */
export type SomeChoices = { readonly [K in keyof ImageChoices]?: ImageChoices[K] | undefined }

/** The choices with what is left out as usual. */
export const allChoices = ({ width, format, metadata }: SomeChoices): ImageChoices => ({
  width: width ?? usualImageChoices.width,
  format: format ?? usualImageChoices.format,
  metadata: metadata ?? usualImageChoices.metadata,
})

/** What an image is, as far as it can be told without changing it. */
export interface ImageFacts {
  /** Media type by its bytes. */
  readonly type: string
  /** Pixels as it is shown, its orientation applied; 0 where they are not known. */
  readonly width: number
  readonly height: number
  readonly bytes: number
  readonly isAnimated: boolean
  /** It says where it was taken. */
  readonly hasPlace: boolean
  /** It says anything else of camera, author or programs. */
  readonly hasMetadata: boolean
  /** Whether its size and format can be changed. */
  readonly canChange: boolean
}

const largeWidth = 2000
/** More than a page should ask a telephone to fetch for one image. */
export const heavyBytes = 1_000_000

/** Whether an image is larger than a page needs. */
export const isLarge = ({ width, height, bytes, canChange }: ImageFacts): boolean =>
  canChange && (Math.max(width, height) > largeWidth || bytes > heavyBytes)

const usualWidths = [1600, 2400]
const usedOften = 3
const [narrowest, widest] = [600, 4000]

/** The widths to offer: those that the images of the site have, else two that fit most pages; all below `width`. */
export const widthsToOffer = (width: number, ofSite: readonly number[]): readonly number[] => {
  const counts = new Map<number, number>()
  for (const one of ofSite) if (one >= narrowest && one <= widest) counts.set(one, (counts.get(one) ?? 0) + 1)
  const often = [...counts].filter(([, count]) => count >= usedOften)
  const found = often.sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([one]) => one)
  const offered = (found.length > 0 ? found.slice(0, 3) : usualWidths).filter((one) => one < width)
  return (offered.length > 0 ? offered : usualWidths.filter((one) => one < width)).toSorted((a, b) => a - b)
}
