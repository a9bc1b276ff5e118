import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { CheckedPosts } from '../../../shared/checks/site/checked-posts'
import type { SiteFiles } from '../../../shared/checks/site/find-image'
import type { CatalogImage, ImageCatalog, ImageSize } from '../../../shared/images/catalog/image-catalog'
import type { PostId } from '../../../shared/posts/post'
import { imageTypeOf } from '../../../shared/site/image-types'
import { filePart } from '../../../shared/site/post-path'
import type { SiteLayout } from '../../../shared/site/site-layout'
import { slugOfPost } from '../../../shared/site/slug'
import { type SiteFolders, sitePaths } from '../list-images'
import { lookAtImage } from '../pixels/look-at-image'
import { makeImage } from '../pixels/make-image'
import { altTexts } from './alt-texts'
import { ImageSizes } from './image-sizes'
import { imageUses } from './image-uses'
import { namedOutside } from './named-outside'
import { absent, type FoundFile, inTurns, SameFiles, stampOf } from './same-files'

export interface FolderImagesOptions {
  readonly site: SiteLayout & SiteFolders
  /** The current posts. */
  readonly posts: () => { readonly posts: CheckedPosts; readonly isComplete: boolean }
  readonly files: SiteFiles & { readonly lookAgain: () => boolean }
  /** Resolves when the posts match the disk. */
  readonly lookAtPosts: () => Promise<void>
  /** Yields to other work. */
  readonly pause: () => Promise<void> | null
}

const maxImages = 20_000
const sampledForWidths = 400

/** Answers the calls about the images of an open folder. */
export const createFolderImages = ({
  site,
  posts,
  files: known,
  lookAtPosts,
  pause,
}: FolderImagesOptions) => {
  const sizes = new ImageSizes(site.root)

  const found = async (paths: readonly string[]): Promise<FoundFile[]> => {
    const files = await inTurns(paths, async (path) => {
      const stats = await stat(join(site.root, path)).catch(absent)
      return stats?.isFile() ? { path, size: stats.size, modifiedMs: stats.mtimeMs } : null
    })
    return files.filter((file) => file !== null)
  }
  const same = new SameFiles(site.root)

  const images = async (): Promise<ImageCatalog> => {
    await lookAtPosts()
    const now = posts()
    known.lookAgain()
    const files = await found(await sitePaths(site, isImage, maxImages))
    const [{ uses, missing }, named, twins] = await Promise.all([
      imageUses(now.posts, site, known, pause),
      namedOutside(site, pause),
      same.among(files),
    ])
    return {
      images: files.map((file): CatalogImage => {
        const own = uses.get(file.path) ?? []
        const usedBy = named.get(filePart(file.path).toLowerCase()) ?? null
        return { ...file, uses: own, usedBy, sameAs: twins.get(file.path) ?? null }
      }),
      missing,
      isComplete: now.isComplete,
    }
  }

  const imageSizes = async (paths: readonly string[]): Promise<readonly ImageSize[]> => {
    const files = new Map((await found(paths)).map((file) => [file.path, file]))
    return inTurns(paths, async (path) => {
      const file = files.get(path)
      return file ? sizes.of(path, stampOf(file)) : null
    })
  }

  return {
    lookAtImage,
    makeImage,
    images,
    imageSizes,
    /** The alt texts that posts use for the image a reference leads to, the most frequent first. */
    altTexts: (id: PostId, reference: string): readonly string[] =>
      altTexts(reference, { id, slug: slugOfPost(id, site) }, posts().posts, site, known),
    /** The widths of some of the images that the site has. */
    imageWidths: async (): Promise<readonly number[]> => {
      const paths = await sitePaths(site, isImage, sampledForWidths)
      return (await imageSizes(paths)).flatMap((size) => size?.[0] ?? [])
    },
  }
}
export type FolderImages = ReturnType<typeof createFolderImages>

const isImage = (path: string): boolean => imageTypeOf(path) !== null
