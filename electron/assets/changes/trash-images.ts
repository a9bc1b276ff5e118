import { AppError } from '../../../shared/app-error'
import { imageTypeOf } from '../../../shared/base/image-types'
import { wordsOf } from '../../../shared/platform-words'
import { t } from '../../../shared/texts/translate'
import { readWhole } from '../../disk/read-whole'
import { resolveInside } from '../../disk/resolve-inside'
import type { FileStep } from '../../posts/operations/file-step'

/** The steps that move images to the trash, and why others stay. The bytes are kept for undo. Writes nothing. */
export const planTrashedImages = async (
  root: string,
  paths: readonly string[],
): Promise<{ readonly steps: readonly FileStep[]; readonly refused: readonly string[] }> => {
  const steps: FileStep[] = []
  const refused: string[] = []
  for (const path of paths) {
    try {
      if (imageTypeOf(path) === null) throw new AppError('bad-name', t('images.notImage', { image: path }))
      const place = await resolveInside(root, path)
      const { bytes } = await readWhole(
        place,
        t('files.cannotMoveToBin', { name: path, bin: wordsOf(process.platform).bin }),
      )
      steps.push({ kind: 'trash', path: place, bytes })
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      refused.push(error.message)
    }
  }
  return { steps, refused }
}
