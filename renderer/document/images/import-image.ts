import { isLarge, usualImageChoices } from '../../../shared/images/image-choices'
import type { KeptImage } from '../../../shared/ipc/image-calls'
import type { PostId } from '../../../shared/posts/post'
import { api } from '../../base/api'
import { choicesFor, type ImageAtHand } from './import-question'
import { dropImport } from './imported-images'
import { forgetImages } from './post-images'

const atHand = async (file: File): Promise<ImageAtHand> => {
  const { name } = file
  const bytes = new Uint8Array(await file.arrayBuffer())
  return { name, bytes, facts: await api.lookAtImage({ name, bytes }) }
}

/**
 * Stores images where the site keeps those of the post, in order. Asks once about large ones; empty if canceled. Rejects
 * if one cannot be stored, before anything is written.
 */
export const importImages = async (post: PostId, files: readonly File[]): Promise<readonly KeptImage[]> => {
  const images: ImageAtHand[] = []
  for (const file of files) images.push(await atHand(file))
  const choices = await choicesFor(images)
  if (choices === null) return []
  const kept: KeptImage[] = []
  try {
    for (const { name, bytes, facts } of images) {
      const own = isLarge(facts) ? choices : { ...usualImageChoices, metadata: choices.metadata }
      kept.push(await api.importImage(post, { name, bytes }, own))
    }
  } catch (error) {
    for (const image of kept) await dropImport(image)
    throw error
  }
  forgetImages()
  return kept
}

/** The same for one image; null if canceled. */
export const importImage = async (post: PostId, file: File): Promise<KeptImage | null> =>
  (await importImages(post, [file]))[0] ?? null
