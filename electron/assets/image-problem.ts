import type { ImageProblem } from '../../shared/ipc/site-calls'
import { t } from '../../shared/texts/translate'
import { diskError } from '../disk/disk-error'
import type { Site } from '../site/detect-site'
import { findAsset } from '../site/find-asset'
import { type OpenFile, openPlainFile, whenFilesAreFree } from './open-image'

/** Why an image of a post did not load: it does not exist, cannot be read, or is not an image. */
export const imageProblem = async (
  site: Site,
  postId: string,
  reference: string,
  openFile?: OpenFile,
): Promise<ImageProblem> => {
  try {
    return await whenFilesAreFree(async () => {
      const path = await findAsset(site, postId, reference)
      const file = path === null ? null : await openPlainFile(path, openFile)
      if (file === null) return { kind: 'missing' }
      try {
        await file.read(new Uint8Array(1), 0, 1, 0) // a failing disk may open a file and not read it
        return { kind: 'damaged' }
      } finally {
        await file.close()
      }
    })
  } catch (error) {
    return { kind: 'unreadable', message: diskError(error, t('images.couldNotBeRead')).message }
  }
}
