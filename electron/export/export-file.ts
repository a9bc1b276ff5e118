import { AppError } from '../../shared/app-error'
import { defaultSettings } from '../../shared/settings'
import { nameWithoutExtension } from '../../shared/site/post-path'
import { t } from '../../shared/texts/translate'
import { readPost } from '../posts/post-file'
import { detectSite } from '../site/detect-site'
import { type ExportPost, exportPost } from './export-post'
import { writeExport } from './write-export'

export interface ExportedFile {
  readonly path: string
  readonly missingImages: readonly string[]
  readonly undrawnDiagrams: number
}

export interface ExportFileOptions {
  /** Renders the page, for instance in a thread that can be stopped. */
  readonly make?: ExportPost | undefined
  readonly signal?: AbortSignal | undefined
  readonly wordsPerMinute?: number
}

/** Exports a post by its path, without a window, to `out` or to an `.html` file beside it. */
export const exportFile = async (
  post: string,
  out = `${nameWithoutExtension(post)}.html`,
  { make = exportPost, signal, wordsPerMinute = defaultSettings.wordsPerMinute }: ExportFileOptions = {},
): Promise<ExportedFile> => {
  const site = await detectSite(post)
  if (site.openPost === null) throw new AppError('not-a-file', t('preview.nameOnePost', { path: post }))
  const { text } = await readPost(site.postsRoot, site.openPost)
  const request = { site, postId: site.openPost, text, wordsPerMinute }
  const { html, missingImages, undrawnDiagrams } = await make(request, signal)
  await writeExport(out, html)
  return { path: out, missingImages, undrawnDiagrams }
}
