import type { MovePlan } from '../../shared/images/catalog/move-plan'
import { type ImageChoices, usualImageChoices } from '../../shared/images/image-choices'
import type { PostId } from '../../shared/posts/post'
import type { FilesChanged } from '../../shared/posts/post-rename'
import { filePart } from '../../shared/site/post-path'
import { t } from '../../shared/texts/translate'
import { api } from '../base/api'
import { words } from '../base/platform'
import { lookAtImages } from '../document/images/catalog-store'
import { sizeInWords } from '../document/images/image-words'
import { forgetImages } from '../document/images/post-images'
import { checkNow } from '../document/problems/check-open'
import { changeImages, useImages } from './images-store'

/** What the view needs from the rest of the window. */
export interface ImagesHost {
  readonly titleOf: (id: PostId) => string
  /** Opens a post at a line. */
  readonly show: (id: PostId, line: number) => Promise<void>
  /** Writes an image into the open post; null while none is open. */
  readonly insert: ((reference: string) => void) | null
  /** Saves what is unsaved, as operations are about files. */
  readonly save: () => Promise<void>
  /** Says what an operation came to, with its undo. */
  readonly tell: (text: string, changed: FilesChanged, undone: () => Promise<void>) => void
  /** Open posts whose files may have changed are read again. */
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

/** Looks at the images again, with the open text as it is now. */
export const lookAtAll = async (): Promise<void> => {
  await checkNow()
  await lookAtImages()
}

/** What moving an image, or a folder of images, would change. */
export const planMove = async (host: ImagesHost, from: string, to: string): Promise<MovePlan> => {
  await host.save()
  return api.planImageMove(from, to)
}

/** Carries out a plan that was shown. */
export const moveImages = async (host: ImagesHost, { moves, fingerprint }: MovePlan): Promise<void> => {
  const [move] = moves
  if (!move) return
  const changed = await api.moveImage(move.from, move.to, fingerprint, [])
  const { selected } = useImages.getState()
  const isInside = selected?.startsWith(`${move.from}/`) ?? false
  changeImages({ selected: isInside ? move.to + selected?.slice(move.from.length) : move.to })
  await done(host, t('images.isNow', { name: filePart(move.from), path: move.to }), changed)
}

/** Puts another picture in the place of an image. */
export const replaceImage = async (host: ImagesHost, path: string, file: File): Promise<void> => {
  await host.save()
  const image = { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) }
  const made = await api.replaceImage(path, image)
  changeImages({ selected: made.path })
  await done(host, t('images.replaced', { name: filePart(path) }), made.changed)
}

/** Makes an image smaller. */
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

/** Moves an image to the system's bin. */
export const trashImage = async (host: ImagesHost, path: string): Promise<void> => {
  const changed = await api.trashImages([path])
  if (changed.done === 0) throw new Error(changed.failed.join(' '))
  await done(host, t('changes.movedToBin', { what: filePart(path), bin: words.bin }), changed)
}
