import { join } from 'node:path'
import { dialog, shell } from 'electron'
import { exportPostInWorker } from './export/export-in-worker'
import { type AppHandlersOptions, appHandlers } from './handlers/app-handlers'
import { documentHandlers } from './handlers/document-handlers'
import { exportHandlers } from './handlers/export-handlers'
import { libraryHandlers } from './handlers/library-handlers'
import { siteHandlers } from './handlers/site-handlers'
import type { Handlers } from './ipc'
import { createHistory } from './posts/history'
import { createJournal } from './posts/journal'

export interface HandlersOptions extends AppHandlersOptions {
  readonly userData: string
}

/** One function for every call of the contract, each made by the feature it belongs to. */
export const createHandlers = (options: HandlersOptions): Handlers => {
  const { state, workspace, userData, window } = options
  const site = workspace.needSite
  const askWhere = async (suggested: string): Promise<string | null> => {
    const { canceled, filePath } = await dialog.showSaveDialog(window(), {
      title: 'Export to HTML',
      defaultPath: suggested,
      filters: [{ name: 'HTML', extensions: ['html'] }],
    })
    return canceled || filePath === '' ? null : filePath
  }
  return {
    ...appHandlers(options),
    ...documentHandlers({
      postsRoot: () => site().postsRoot,
      journal: createJournal({ folder: join(userData, 'journal') }),
      history: createHistory({
        folder: join(userData, 'history'),
        limitBytes: () => state.settings.value().historyLimit * 1_000_000,
      }),
      opened: workspace.rememberPost,
    }),
    ...libraryHandlers({ library: workspace.needLibrary, site, trash: (path) => shell.trashItem(path) }),
    ...siteHandlers({ site }),
    ...exportHandlers({
      site,
      askWhere,
      exportPost: exportPostInWorker,
      wordsPerMinute: () => state.settings.value().wordsPerMinute,
    }),
  }
}
