import { join, relative, sep } from 'node:path'
import { dialog, shell } from 'electron'
import { messageOf } from '../../shared/app-error'
import type { Thumbnails } from '../assets/thumbnails'
import { exportPostInWorker } from '../export/export-in-worker'
import { createHistory } from '../posts/history/history'
import { createJournal } from '../posts/journal/journal'
import { createOperations } from '../posts/operations/operations'
import { emit, type Handlers } from '../security/ipc'
import { type AppHandlersOptions, appHandlers } from './app-handlers'
import { documentHandlers } from './document-handlers'
import { exportHandlers } from './export-handlers'
import { fileHandlers } from './file-handlers'
import { libraryHandlers } from './library-handlers'
import { lookHandlers } from './look-handlers'
import { siteHandlers } from './site-handlers'

export interface HandlersOptions extends AppHandlersOptions {
  readonly userData: string
  readonly thumbnails: Thumbnails
  readonly log: (note: string) => void
}

export interface Services {
  /** One function for every call of the contract, each made by the feature it belongs to. */
  readonly handlers: Handlers
  /** Resolves when what the calls began behind their answers is on the disk. */
  readonly settled: () => Promise<void>
}

/** Builds what answers the calls. */
export const createHandlers = (options: HandlersOptions): Services => {
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
  const operations = createOperations({
    folder: join(userData, 'operations'),
    trash: (path) => shell.trashItem(path),
    onLeft: (paths) => {
      const inside = paths
        .map((path) => relative(site().postsRoot, path).split(sep).join('/'))
        .filter((path) => path !== '' && path !== '..' && !path.startsWith('../'))
      if (inside.length > 0)
        workspace
          .needLibrary()
          .refresh(inside)
          .catch((error: unknown) => options.log(messageOf(error)))
    },
  })
  const interrupted: string[] = []
  const app = appHandlers({
    ...options,
    takeNotices: () => [...options.takeNotices(), ...interrupted.splice(0)],
  })
  const history = createHistory({
    folder: join(userData, 'history'),
    limitBytes: () => state.settings.value().historyLimit * 1_000_000,
  })
  const handlers: Handlers = {
    ...app,
    startup: async () => {
      // Before the folder is looked at: a rename that a crash cut short is brought to its end.
      for (const { title, left } of await operations.recover())
        interrupted.push([`“${title}” had been cut short and is complete now.`, ...left].join(' '))
      return app.startup()
    },
    ...documentHandlers({
      postsRoot: () => site().postsRoot,
      journal: createJournal({ folder: join(userData, 'journal') }),
      history,
      opened: workspace.rememberPost,
    }),
    ...libraryHandlers({ library: workspace.needLibrary, site }),
    ...fileHandlers({
      library: workspace.needLibrary,
      site,
      operations,
      onProgress: (done, total) => emit(window(), 'operationProgress', { done, total }),
    }),
    ...siteHandlers({ site, thumbnails: options.thumbnails }),
    ...lookHandlers({ site, settings: state.settings.value }),
    ...exportHandlers({
      site,
      askWhere,
      exportPost: exportPostInWorker,
      started: (name) => emit(window(), 'exportStarted', { name }),
      settings: state.settings.value,
    }),
  }
  return { handlers, settled: history.settled }
}
