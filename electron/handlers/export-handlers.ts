import { basename, dirname, join } from 'node:path'
import { slugOfPost } from '../../shared/slug'
import type { ExportPost } from '../export/export-post'
import { writeExport } from '../export/write-export'
import type { Handlers } from '../ipc'
import type { Site } from '../site/detect-site'

export interface ExportHandlersOptions {
  /** The open site; throws an AppError where none is open. */
  readonly site: () => Site
  /** Asks the writer for a file name; null when dismissed. */
  readonly askWhere: (suggested: string) => Promise<string | null>
  /** Makes the page away from the main process. */
  readonly exportPost: ExportPost
  readonly wordsPerMinute: () => number
}

/** The calls that make files for elsewhere. The last folder is suggested again. */
export const exportHandlers = (options: ExportHandlersOptions): Pick<Handlers, 'exportHtml'> => {
  let lastFolder: string | null = null
  return {
    exportHtml: async (postId, text) => {
      const site = options.site()
      const name = `${slugOfPost(postId, site.profile)}.html`
      // Beside the site rather than in it, where a generator would publish the page a second time.
      const path = await options.askWhere(join(lastFolder ?? dirname(site.root), basename(name)))
      if (path === null) return { path: null, missingImages: [] }
      lastFolder = dirname(path)
      const page = await options.exportPost({ site, postId, text, wordsPerMinute: options.wordsPerMinute() })
      await writeExport(path, page.html)
      return { path, missingImages: page.missingImages }
    },
  }
}
