import { z } from 'zod'
import type { ImageCatalog, ImageSize } from '../images/catalog/image-catalog'
import type { MovePlan } from '../images/catalog/move-plan'
import { type ImageFacts, imageChoices } from '../images/image-choices'
import { postId } from '../posts/post'
import type { FilesChanged } from '../posts/post-rename'
import { t } from '../texts/translate'
import { call, returns } from './define'
import type { Packed } from './packed'

/** A file that is to become an image of the site. */
const imageToImport = z.object({
  name: z.string().max(255),
  bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= 50_000_000, t('files.imageOver50')),
})
export type ImageToImport = z.infer<typeof imageToImport>

/** An image that was imported. */
export interface KeptImage {
  /** What to write in the post. */
  readonly reference: string
  /** Path inside the site. */
  readonly path: string
  /** Names the new file for taking it back; null where the site had the image already. */
  readonly token: string | null
}

/** A path inside the site, `/` separated; none leads up, or into what git keeps. */
const sitePath = z
  .string()
  .max(4000)
  .refine(
    (path) => !path.includes('\0') && path.split('/').every((part) => !/^(?:|\.|\.\.|\.git)$/i.test(part)),
    t('files.notSitePath'),
  )

export const imageCalls = {
  /** What a file is; rejects with a message where it is no image, damaged, or too large to be held. */
  lookAtImage: call(z.tuple([imageToImport]), returns<ImageFacts>()),
  /** How wide the images of the site are. */
  imageWidths: call(z.tuple([]), returns<readonly number[]>()),
  /** Writes the image, changed as chosen, where the site keeps the images of this post. */
  importImage: call(z.tuple([postId, imageToImport, imageChoices]), returns<KeptImage>()),
  /** Takes the file of an imported image back, or brings it back again; one that is used elsewhere stays. */
  keepImage: call(z.tuple([z.string().max(64), z.boolean()]), returns<void>()),
  /** Fetches an image from another site; only ever after the writer agreed. */
  fetchImage: call(
    z.tuple([z.url().max(4000)]),
    returns<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }>(),
  ),
  /** All images of the site and where posts show them. */
  siteImages: call(z.tuple([]), returns<Packed<ImageCatalog>>()),
  /** Pixels of images, in the order of their paths. */
  imageSizes: call(z.tuple([z.array(sitePath).max(500)]), returns<readonly ImageSize[]>()),
  /** What posts say in place of the image that a reference of a post leads to, the most frequent first. */
  altTexts: call(z.tuple([postId, z.string().max(4000)]), returns<readonly string[]>()),
  /** What the post writes to show an image of the site. */
  referenceToImage: call(z.tuple([postId, sitePath]), returns<string>()),
  planImageMove: call(z.tuple([sitePath, sitePath]), returns<MovePlan>()),
  /** Moves an image or a folder of images; all that refers to them follows, but for what is left out. */
  moveImage: call(
    z.tuple([sitePath, sitePath, z.string().max(64), z.array(z.string().max(5000)).max(200_000)]),
    returns<FilesChanged>(),
  ),
  /** Puts another picture in the place of an image; one of another kind gets its ending, and all references follow. */
  replaceImage: call(
    z.tuple([sitePath, imageToImport]),
    returns<{ readonly path: string; readonly changed: FilesChanged }>(),
  ),
  /** Makes an image of the site smaller; in another format it gets another name, and all references follow. */
  compressImage: call(
    z.tuple([sitePath, imageChoices]),
    returns<{ readonly path: string; readonly size: number; readonly changed: FilesChanged }>(),
  ),
  trashImages: call(z.tuple([z.array(sitePath).max(10_000)]), returns<FilesChanged>()),
  showImageInFolder: call(z.tuple([sitePath]), returns<void>()),
} as const

/** Where the window finds the image at a path of the site, in about this width. */
export const siteImageUrl = (path: string, version: number): string =>
  `asset://image/${encodeURIComponent(path)}?ref=${Math.round(version)}&width=320`
