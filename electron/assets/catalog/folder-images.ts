import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { AppError } from '../../../shared/app-error'
import { imageTypeOf } from '../../../shared/base/image-types'
import { itemAt } from '../../../shared/base/item-at'
import type { CheckedPosts } from '../../../shared/checks/site/checked-posts'
import type { SiteFiles } from '../../../shared/checks/site/find-image'
import {
  type CatalogImage,
  type ImageCatalog,
  type MeasuredImage,
  type SameImages,
  sizeOf,
  type UnreadableFile,
} from '../../../shared/images/catalog/image-catalog'
import type { PostId } from '../../../shared/posts/post'
import { filePart, pathOfPost } from '../../../shared/site/post-path'
import type { SiteLayout } from '../../../shared/site/site-layout'
import { slugOfPost } from '../../../shared/site/slug'
import { t } from '../../../shared/texts/translate'
import { codeOf, isMissing } from '../../disk/calls/codes'
import { diskError } from '../../disk/disk-error'
import { type ListedDisk, type SiteFolders, sitePaths } from '../list-images'
import type { OpenFile } from '../open-image'
import { lookAtImage } from '../pixels/look-at-image'
import { makeImage } from '../pixels/make-image'
import { altTexts } from './alt-texts'
import { ImageSizes } from './image-sizes'
import { imageUses } from './image-uses'
import { namedOutside } from './named-outside'
import { type FoundFile, inTurns, SameFiles, stampOf } from './same-files'

export interface FolderImagesOptions {
  readonly site: SiteLayout & SiteFolders
  /** The current posts. */
  readonly posts: () => { readonly posts: CheckedPosts; readonly isComplete: boolean }
  readonly files: SiteFiles & { readonly lookAgain: () => boolean }
  /** Resolves when the posts match the disk. */
  readonly lookAtPosts: () => Promise<void>
  /** Yields to other work. */
  readonly pause: () => Promise<void> | null
  /** The calls to the file system; tests pass some that fail. */
  readonly disk?: ListedDisk & { readonly open?: OpenFile }
}

const maxImages = 20_000
const maxUnreadable = 100
const sampledForWidths = 400

/** Answers the calls about the images of an open folder. */
export const createFolderImages = ({
  site,
  posts,
  files: known,
  lookAtPosts,
  pause,
  disk = { stat, readdir },
}: FolderImagesOptions) => {
  const sizes = new ImageSizes(site.root, disk.open)

  const statOf = async (path: string): Promise<FoundFile | AppError | null> => {
    try {
      const stats = await disk.stat(join(site.root, path))
      return stats.isFile() ? { path, size: stats.size, modifiedMs: stats.mtimeMs } : null
    } catch (error) {
      if (codeOf(error) === '') throw error
      return isMissing(error) ? null : diskError(error, t('files.cannotRead', { name: path }))
    }
  }
  const same = new SameFiles(site.root)

  const filesNow = async (onUnreadable: (path: string, error: AppError) => void): Promise<FoundFile[]> => {
    const paths = await sitePaths(site, isImage, maxImages, { onUnreadable, disk })
    const files: FoundFile[] = []
    for (const [index, one] of (await inTurns(paths, statOf)).entries())
      if (one instanceof AppError) onUnreadable(itemAt(paths, index), one)
      else if (one !== null) files.push(one)
    return files
  }

  const images = async (): Promise<ImageCatalog> => {
    await lookAtPosts()
    const now = posts()
    known.lookAgain()
    const unreadable: UnreadableFile[] = []
    const files = await filesNow((path, { message }) => {
      if (unreadable.length < maxUnreadable) unreadable.push({ path, reason: message })
    })
    const [{ uses, missing, mentioned }, named] = await Promise.all([
      imageUses(now.posts, site, known, pause),
      namedOutside(site, pause),
    ])
    return {
      images: files.map((file): CatalogImage => {
        const own = uses.get(file.path) ?? []
        const name = filePart(file.path).toLowerCase()
        const post = mentioned.get(name)
        const usedBy = named.get(name) ?? (post === undefined ? null : pathOfPost(post, site))
        return { ...file, uses: own, usedBy, sameAs: null }
      }),
      missing,
      unreadable,
      isComplete: now.isComplete,
    }
  }

  let search: AbortController | null = null
  const stopSameImages = (): void => search?.abort()
  const sameImages = async (): Promise<SameImages | null> => {
    stopSameImages()
    const own = new AbortController()
    search = own
    const found = await same.among(await filesNow(() => undefined), own.signal)
    return found && [...found]
  }

  const imageSizes = (paths: readonly string[]): Promise<readonly MeasuredImage[]> =>
    inTurns(paths, async (path) => {
      const file = await statOf(path)
      if (file instanceof AppError) return { unreadable: file.message }
      return file ? sizes.of(path, stampOf(file)) : null
    })

  return {
    lookAtImage,
    makeImage,
    /** The images, without duplicates: to find these, files are read. */
    images,
    /** The images that have the same bytes; null if stopped, also by a newer search. */
    sameImages,
    stopSameImages,
    imageSizes,
    /** The alt texts that posts use for the image a reference leads to, the most frequent first. */
    altTexts: (id: PostId, reference: string): readonly string[] =>
      altTexts(reference, { id, slug: slugOfPost(id, site) }, posts().posts, site, known),
    /** The widths of some of the images that the site has. */
    imageWidths: async (): Promise<readonly number[]> => {
      const paths = await sitePaths(site, isImage, sampledForWidths)
      return (await imageSizes(paths)).flatMap((size) => sizeOf(size)?.[0] ?? [])
    },
  }
}
export type FolderImages = ReturnType<typeof createFolderImages>

const isImage = (path: string): boolean => imageTypeOf(path) !== null
