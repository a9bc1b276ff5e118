import { AppError } from '../../shared/app-error'
import { defaultSettings } from '../../shared/settings'
import { nameWithoutExtension } from '../../shared/site/post-path'
import { readPost } from '../posts/post-file'
import { detectSite } from '../site/detect-site'
import { exportPost } from './export-post'
import { writeExport } from './write-export'

export interface ExportedFile {
  readonly path: string
  readonly missingImages: readonly string[]
}

/** Exports a post by its path, without a window, to `out` or to an `.html` file beside it. */
export const exportFile = async (
  post: string,
  out = `${nameWithoutExtension(post)}.html`,
  wordsPerMinute = defaultSettings.wordsPerMinute,
): Promise<ExportedFile> => {
  const site = await detectSite(post)
  if (site.openPost === null)
    throw new AppError('not-a-file', `${post} is a folder. Name one post to export.`)
  const { text } = await readPost(site.postsRoot, site.openPost)
  const { html, missingImages } = await exportPost({ site, postId: site.openPost, text, wordsPerMinute })
  await writeExport(out, html)
  return { path: out, missingImages }
}
