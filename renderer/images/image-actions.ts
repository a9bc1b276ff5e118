import type { MovePlan } from '../../shared/images/catalog/move-plan'
import { type ImageChoices, usualImageChoices } from '../../shared/images/image-choices'
import type { PostId } from '../../shared/posts/post'
import type { FilesChanged } from '../../shared/posts/post-rename'
import { filePart } from '../../shared/site/post-path'
import { t } from '../../shared/texts/translate'
import { api } from '../base/api'
import { showError } from '../base/notices'
import { words } from '../base/platform'
import { lookAtImages, lookForSame, useCatalog } from '../document/images/catalog-store'
import { sizeInWords } from '../document/images/image-words'
import { forgetImages } from '../document/images/post-images'
import { checkNow } from '../document/problems/check-open'
import { changeImages, useImages } from './images-store'

/** The functions of the window that the view needs. */
export interface ImagesHost {
  readonly titleOf: (id: PostId) => string
  /** Opens a post at a line. */
  readonly show: (id: PostId, line: number) => Promise<void>
  /** Inserts an image into the open post; null while none is open. */
  readonly insert: ((reference: string) => void) | null
  /** Saves unsaved posts, because operations work on files. */
  readonly save: () => Promise<void>
  /** Shows the result of an operation, with undo. */
  readonly tell: (text: string, changed: FilesChanged, undone: () => Promise<void>) => void
  /** Reads open posts again whose files may have changed. */
  readonly reread: () => Promise<void>
}

const done = async (host: ImagesHost, text: string, changed: FilesChanged): Promise<void> => {
  host.tell(text, changed, again(host))
  await again(host)()
}

const again = (host: ImagesHost) => async (): Promise<void> => {
  forgetImages()
  await host.reread()
  await lookAtAll()
}

/** Reloads the images, with the current open text, and then looks for duplicates. */
export const lookAtAll = async (): Promise<void> => {
  await checkNow()
  await lookAtImages()
  lookForSame().catch(showError) // the images are shown meanwhile
}

/** Plans moving an image or a folder of images. */
export const planMove = async (host: ImagesHost, from: string, to: string): Promise<MovePlan> => {
  await host.save()
  return api.planImageMove(from, to)
}

/** Carries out the shown plan. */
export const moveImages = async (host: ImagesHost, { moves, fingerprint }: MovePlan): Promise<void> => {
  const [move] = moves
  if (!move) return
  const changed = await api.moveImage(move.from, move.to, fingerprint, [])
  const { selected } = useImages.getState()
  const isInside = selected?.startsWith(`${move.from}/`) ?? false
  changeImages({ selected: isInside ? move.to + selected?.slice(move.from.length) : move.to })
  await done(host, t('images.isNow', { name: filePart(move.from), path: move.to }), changed)
}

/** Replaces an image. */
export const replaceImage = async (host: ImagesHost, path: string, file: File): Promise<void> => {
  await host.save()
  const image = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  const made = await api.replaceImage(path, image)
  changeImages({ selected: made.path })
  await done(host, t('images.replaced', { name: filePart(path) }), made.changed)
}

/** Compresses an image. */
export const compressImage = async (
  host: ImagesHost,
  path: string,
  choices: ImageChoices = usualImageChoices,
): Promise<void> => {
  await host.save()
  const made = await api.compressImage(path, choices)
  changeImages({ selected: made.path })
  await done(
    host,
    t('images.compressed', { name: filePart(made.path), size: sizeInWords(made.size) }),
    made.changed,
  )
}

/** Moves an image to the system's trash. */
export const trashImage = async (host: ImagesHost, path: string): Promise<void> => {
  const changed = await api.trashImages([path])
  if (changed.done === 0) throw new Error(changed.failed.join(' '))
  const { catalog } = useCatalog.getState()
  const image = catalog?.images.find((one) => one.path === path)
  const text = t('images.movedToBin', {
    what: filePart(path),
    bin: words.bin,
    uses: image?.uses.length ?? 0,
    file: image?.uses.length === 0 ? (image.usedBy ?? '') : '',
    isNamed: image && image.uses.length === 0 && image.usedBy !== null ? 'yes' : 'no',
  })
  await done(host, text, changed)
}
