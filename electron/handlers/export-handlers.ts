import { basename, dirname, join } from 'node:path'
import { AppError } from '../../shared/app-error'
import type { exportCalls } from '../../shared/ipc/export-calls'
import type { Settings } from '../../shared/settings'
import { slugOfPost } from '../../shared/site/slug'
import { t } from '../../shared/texts/translate'
import type { ExportPost, ExportRequest } from '../export/export-post'
import { writeExport } from '../export/write-export'
import type { HandlersOf } from '../security/ipc'
import type { Site } from '../site/detect-site'

export interface ExportHandlersOptions {
  /** The open site; throws an AppError if none is open. */
  readonly site: () => Site
  /** Asks the user for a file name; null if canceled. */
  readonly askWhere: (suggested: string) => Promise<string | null>
  /** Renders the page outside the main process. */
  readonly exportPost: ExportPost
  /** Called when rendering starts. */
  readonly started: (name: string) => void
  readonly settings: () => Settings
}

/** The export calls; one export runs at a time. The last folder is suggested again. */
export const exportHandlers = (options: ExportHandlersOptions): HandlersOf<typeof exportCalls> => {
  let lastFolder: string | null = null
  let running: AbortController | null = null

  const exportTo = async (
    path: string,
    page: Pick<ExportRequest, 'site' | 'postId' | 'text' | 'diagrams'>,
  ) => {
    const mine = new AbortController()
    running = mine
    try {
      options.started(basename(path))
      const { wordsPerMinute, markdown } = options.settings()
      const request = { ...page, wordsPerMinute, markdown }
      const { html, missingImages, undrawnDiagrams } = await options.exportPost(request, mine.signal)
      await writeExport(path, html)
      return { path, missingImages, undrawnDiagrams }
    } finally {
      running = null
    }
  }

  return {
    exportHtml: async (postId, text, diagrams = []) => {
      if (running) throw new AppError('busy', t('app.exportRunning'))
      const site = options.site()
      const name = `${slugOfPost(postId, site)}.html`
      // Beside the site, not in it, where a generator would publish the page a second time.
      const path = await options.askWhere(join(lastFolder ?? dirname(site.root), name))
      if (path === null) return { path: null, missingImages: [], undrawnDiagrams: 0 }
      lastFolder = dirname(path)
      return exportTo(path, { site, postId, text, diagrams })
    },
    cancelExport: () => running?.abort(),
  }
}
