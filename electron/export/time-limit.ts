import { AppError } from '../../shared/app-error'
import { t } from '../../shared/texts/translate'
import type { ExportPost } from './export-post'

/** The same export with a time limit in milliseconds: a post could be written so that rendering never ends. */
export const withTimeLimit =
  (exportPost: ExportPost, ms: number): ExportPost =>
  async (request, signal) => {
    const limit = AbortSignal.timeout(ms)
    try {
      return await exportPost(request, signal ? AbortSignal.any([signal, limit]) : limit)
    } catch (error) {
      if (!limit.aborted || signal?.aborted) throw error
      const seconds = Math.round(ms / 1000)
      throw new AppError('too-large', t('preview.exportSlow', { seconds }), { cause: error })
    }
  }
