import { basename, join, relative, sep } from 'node:path'
import { AppError } from '../../shared/app-error'
import { imageTypeOf } from '../../shared/base/image-types'
import { itemAt } from '../../shared/base/item-at'
import { usualImageChoices } from '../../shared/images/image-choices'
import type { ImageToImport, imageCalls, MovedImport } from '../../shared/ipc/image-calls'
import { pack } from '../../shared/ipc/packed'
import { wordsOf } from '../../shared/platform-words'
import type { FilesChanged } from '../../shared/posts/post-rename'
import { nameAtEnd } from '../../shared/references/last-name'
import { filePart } from '../../shared/site/post-path'
import { hasOwnFolders, referenceTo } from '../../shared/site/reference-to'
import { slugOfPost } from '../../shared/site/slug'
import { t } from '../../shared/texts/translate'
import { planTrashedImages } from '../assets/changes/trash-images'
import { fetchImage } from '../assets/fetch-image'
import { imageHabit, showsImage } from '../assets/image-habit'
import { importAsset } from '../assets/import-asset'
import type { ImportedImages } from '../assets/imported-images'
import { readWhole } from '../disk/read-whole'
import { resolveInside } from '../disk/resolve-inside'
import type { LibraryClient } from '../library/process/client'
import { takenSteps } from '../posts/operations/kept-steps'
import type { Operations } from '../posts/operations/operations'
import type { HandlersOf } from '../security/ipc'
import type { Site } from '../site/detect-site'
import { fileOfType } from '../site/find-asset'
import { shown } from './files/files-changed'

export interface ImageHandlersOptions {
  readonly library: () => LibraryClient
  readonly site: () => Site
  readonly operations: Operations
  readonly imported: ImportedImages
  readonly showInFolder: (path: string) => void
  /** Calls a function with each file or folder that an operation moves. */
  readonly onMoved: (listener: (from: string, to: string) => void) => void
  /** Tells the window that imported images were moved. */
  readonly tellMoved: (images: readonly MovedImport[]) => void
}

/** The calls about the image files of the open site. */
export const imageHandlers = ({
  library,
  site,
  operations,
  imported,
  showInFolder,
  onMoved,
  tellMoved,
}: ImageHandlersOptions): HandlersOf<typeof imageCalls> => {
  /** The path of the post of each import, to find out whether another post uses the file now. */
  const imports = new Map<string, string>()
  onMoved((from, to) => {
    for (const [token, post] of imports)
      if (post === from || post.startsWith(from + sep)) imports.set(token, to + post.slice(from.length))
    const moved = imported.follow(from, to).map((token) => ({
      token,
      name: basename(imported.pathOf(token) ?? to),
    }))
    if (moved.length > 0) tellMoved(moved)
  })
  const fetches = new Set<AbortController>()
  const bytesOf = async (path: string): Promise<Uint8Array> =>
    (await readWhole(await resolveInside(site().root, path), t('files.cannotRead', { name: path }))).bytes

  const isUsedElsewhere = async (token: string): Promise<boolean> => {
    const post = imports.get(token)
    const path = imported.pathOf(token)
    if (post === undefined || path === undefined) return false
    const sitePath = relative(site().root, path).split(sep).join('/')
    for (const id of await library().naming([nameAtEnd(filePart(sitePath))]))
      if (join(site().postsRoot, id) !== post && (await showsImage(site(), id, sitePath))) return true
    return false
  }
  const run = async (
    title: string,
    steps: Parameters<Operations['run']>[0]['steps'],
  ): Promise<FilesChanged> => shown(await operations.run({ title, steps, afterCrash: 'finish' }))

  const exchange = async (
    path: string,
    image: ImageToImport,
    choices = usualImageChoices,
    title = t('files.replaceImageTitle', { name: path }),
  ) => {
    const made = await library().makeImage(image.name, image.bytes, choices)
    const { to, steps } = await library().planReplacedSteps(path, { bytes: made.bytes, type: made.type })
    const changed = await run(title, await takenSteps(library(), steps))
    return { to, size: made.bytes.byteLength, changed }
  }

  return {
    lookAtImage: ({ name, bytes }) => library().lookAtImage(name, bytes),
    imageWidths: () => library().imageWidths(),
    importImage: async (post, { name, bytes }, choices) => {
      const made = await library().makeImage(name, bytes, choices)
      const { reference, sitePath, written } = await importAsset(site(), post, { name, bytes: made.bytes })
      if (written === null) return { reference, path: sitePath, token: null }
      const token = imported.add(written.path, made.bytes, written.madeFolder)
      imports.set(token, join(site().postsRoot, post))
      return { reference, path: sitePath, token }
    },
    keepImage: async (token, keep) => {
      if (keep) await imported.bringBack(token)
      else if (!(await isUsedElsewhere(token))) await imported.takeBack(token)
    },
    fetchImage: async (address) => {
      const fetching = new AbortController()
      fetches.add(fetching)
      try {
        return await fetchImage(address, { stop: fetching.signal })
      } finally {
        fetches.delete(fetching)
      }
    },
    stopFetchingImages: async () => {
      for (const fetching of fetches) fetching.abort()
    },
    siteImages: async () => pack(await library().images()),
    sameImages: () => library().sameImages(),
    stopSameImages: () => library().stopSameImages(),
    imageSizes: (paths) => library().imageSizes(paths),
    altTexts: (post, reference) => library().altTexts(post, reference),
    referenceToImage: async (post, path) => {
      const fromOwnFolder = hasOwnFolders(site()) && (await imageHabit(site(), post)).prefix === ''
      return referenceTo(site(), post, slugOfPost(post, site()), path, fromOwnFolder)
    },
    planImageMove: (from, to) => library().planImageFiles(from, to),
    moveImage: async (from, to, fingerprint, excluded) => {
      const planned = await library().planImageSteps(from, to, excluded)
      if (planned.fingerprint !== fingerprint) throw new AppError('busy', t('files.postsChanged'))
      return run(t('files.moveTitle', { name: from }), await takenSteps(library(), planned.steps))
    },
    replaceImage: async (path, image) => {
      const { to, changed } = await exchange(path, image)
      return { path: to, changed }
    },
    compressImage: async (path, choices) => {
      const bytes = await bytesOf(path)
      const { to, size, changed } = await exchange(
        path,
        { name: filePart(path), bytes: new Uint8Array(bytes) },
        choices,
        t('files.compressTitle', { name: path }),
      )
      return { path: to, size, changed }
    },
    trashImages: async (paths) => {
      const { steps, refused } = await planTrashedImages(site().root, paths)
      if (steps.length === 0) throw new AppError('failed', refused.join(' '))
      const title = t('files.trashTitle', {
        what: paths.length === 1 ? itemAt(paths, 0) : t('files.images', { count: paths.length }),
        bin: wordsOf(process.platform).bin,
      })
      const result = shown(await operations.run({ title, steps, afterCrash: 'leave' }))
      return { ...result, failed: [...result.failed, ...refused] }
    },
    showImageInFolder: async (path) => {
      const found = await fileOfType(site(), join(site().root, path), imageTypeOf)
      if (found === null) throw new AppError('not-found', t('files.noLongerThere', { name: path }))
      showInFolder(found)
    },
  }
}
