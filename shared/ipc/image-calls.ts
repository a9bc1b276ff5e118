import { z } from 'zod'
import type { ImageCatalog, MeasuredImage, SameImages } from '../images/catalog/image-catalog'
import type { MovePlan } from '../images/catalog/move-plan'
import { type ImageFacts, imageChoices } from '../images/image-choices'
import { postId } from '../posts/post'
import type { FilesChanged } from '../posts/post-rename'
import { t } from '../texts/translate'
import { call, event, returns } from './define'
import type { Packed } from './packed'

/** A file to be imported as an image of the site. */
const imageToImport = z.object({
  name: z.string().max(255),
  bytes: z.instanceof(Uint8Array).refine((bytes) => bytes.byteLength <= 50_000_000, t('files.imageOver50')),
})
export type ImageToImport = z.infer<typeof imageToImport>

/** An image that was imported. */
export interface KeptImage {
  /** The reference for the post. */
  readonly reference: string
  /** Path inside the site. */
  readonly path: string
  /** Identifies the new file for undo; null if the site already had the image. */
  readonly token: string | null
}

/** An imported image whose file was moved. */
export interface MovedImport {
  readonly token: string
  /** The name of its file now. */
  readonly name: string
}

/** A path inside the site, `/` separated, without `..` or `.git`. */
const sitePath = z
  .string()
  .max(4000)
  .refine(
    (path) => !path.includes('\0') && path.split('/').every((part) => !/^(?:|\.|\.\.|\.git)$/i.test(part)),
    t('files.notSitePath'),
  )

export const imageCalls = {
  /** Facts about an image file; rejects with a message if it is not an image, damaged or too large. */
  lookAtImage: call(z.tuple([imageToImport]), returns<ImageFacts>()),
  /** The widths of the site's images. */
  imageWidths: call(z.tuple([]), returns<readonly number[]>()),
  /** Stores the image, converted as chosen, where the site keeps the images of this post. */
  importImage: call(z.tuple([postId, imageToImport, imageChoices]), returns<KeptImage>()),
  /** Removes the file of an imported image, or restores it; a file that is used elsewhere stays. */
  keepImage: call(z.tuple([z.string().max(64), z.boolean()]), returns<void>()),
  /** Downloads an image from another site; call it only after the user has agreed. */
  fetchImage: call(
    z.tuple([z.url().max(4000)]),
    returns<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }>(),
  ),
  /** Stops the downloads of images that are running; they reject. */
  stopFetchingImages: call(z.tuple([]), returns<void>()),
  /** All images of the site and where posts show them. */
  siteImages: call(z.tuple([]), returns<Packed<ImageCatalog>>()),
  /** The images that have the same bytes, which takes long; null if it was stopped, also by a newer call. */
  sameImages: call(z.tuple([]), returns<SameImages | null>()),
  stopSameImages: call(z.tuple([]), returns<void>()),
  /** Sizes of images in pixels, in the order of their paths, or why a file cannot be read. */
  imageSizes: call(z.tuple([z.array(sitePath).max(500)]), returns<readonly MeasuredImage[]>()),
  /** The alt texts that posts use for the image a reference leads to, the most frequent first. */
  altTexts: call(z.tuple([postId, z.string().max(4000)]), returns<readonly string[]>()),
  /** The reference with which a post shows an image of the site. */
  referenceToImage: call(z.tuple([postId, sitePath]), returns<string>()),
  planImageMove: call(z.tuple([sitePath, sitePath]), returns<MovePlan>()),
  /** Moves an image or a folder of images and updates all references except excluded ones. */
  moveImage: call(
    z.tuple([sitePath, sitePath, z.string().max(64), z.array(z.string().max(5000)).max(200_000)]),
    returns<FilesChanged>(),
  ),
  /** Replaces an image; if its type changes, so do the extension and all references. */
  replaceImage: call(
    z.tuple([sitePath, imageToImport]),
    returns<{ readonly path: string; readonly changed: FilesChanged }>(),
  ),
  /** Compresses an image of the site; in another format its name changes, and so do all references. */
  compressImage: call(
    z.tuple([sitePath, imageChoices]),
    returns<{ readonly path: string; readonly size: number; readonly changed: FilesChanged }>(),
  ),
  trashImages: call(z.tuple([z.array(sitePath).max(10_000)]), returns<FilesChanged>()),
  showImageInFolder: call(z.tuple([sitePath]), returns<void>()),
} as const

export const imageEvents = {
  /** The files of imported images were moved, before any text changes because of it. */
  importsMoved: event<readonly MovedImport[]>(),
} as const

/** The URL of a thumbnail of an image of the site. */
export const siteImageUrl = (path: string, version: number, width: 208 | 416): string =>
  `asset://image/${encodeURIComponent(path)}?ref=${Math.round(version)}&width=${width}`
