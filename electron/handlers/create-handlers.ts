import { join, relative, sep } from 'node:path'
import { dialog, shell } from 'electron'
import { messageOf } from '../../shared/app-error'
import { t } from '../../shared/texts/translate'
import { createImportedImages } from '../assets/imported-images'
import { pathForShell } from '../disk/shell-path'
import { exportPostInWorker } from '../export/export-in-worker'
import { createHistory } from '../posts/history/history'
import { createJournal } from '../posts/journal/journal'
import { createOperations } from '../posts/operations/operations'
import { dismissOperation } from '../posts/operations/record'
import type { Handlers } from '../security/ipc'
import { openExternal } from '../security/permissions'
import { openSitePage } from '../site-view/site-page'
import { siteViewHandlers } from '../site-view/site-view-handlers'
import { askToDismiss } from '../window/questions'
import { type AppHandlersOptions, appHandlers } from './app-handlers'
import { checkHandlers } from './check-handlers'
import { commandLineHandlers } from './command-line-handlers'
import { documentHandlers } from './document-handlers'
import { exportHandlers } from './export-handlers'
import { fileHandlers } from './files/file-handlers'
import { imageHandlers } from './image-handlers'
import { libraryHandlers } from './library-handlers'
import { lookHandlers } from './look-handlers'
import { createRecovery } from './recovery'
import { siteChoiceHandlers } from './site-choice-handlers'
import { siteHandlers } from './site-handlers'
import { spellingHandlers } from './spelling/spelling-handlers'

export interface HandlersOptions extends Omit<AppHandlersOptions, 'recovery'> {
  readonly userData: string
  /** Called when the window has drawn the folder it opened. */
  readonly onRest: () => void
  readonly log: (note: string) => void
}

export interface Services {
  /** One function for every call of the contract, each from the feature it belongs to. */
  readonly handlers: Handlers
  /** Resolves when everything that the calls write in the background is on the disk. */
  readonly settled: () => Promise<void>
}

/** Builds the handlers of all calls. */
export const createHandlers = (options: HandlersOptions): Services => {
  const { state, workspace, userData, window } = options
  const site = workspace.needSite
  const askWhere = async (suggested: string): Promise<string | null> => {
    const { canceled, filePath } = await dialog.showSaveDialog(window.need(), {
      title: t('app.exportTitle'),
      defaultPath: suggested,
      filters: [{ name: 'HTML', extensions: ['html'] }],
    })
    return canceled || filePath === '' ? null : filePath
  }
  const moves = createMoves()
  const imported = createImportedImages(join(userData, 'undone-images'))
  const operations = createOperations({
    folder: join(userData, 'operations'),
    trash: async (path) => shell.trashItem(pathForShell(path)),
    onMoved: moves.send,
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
  const recovery = createRecovery({
    recover: operations.recover,
    tell: window.notices.tell,
    askToDismiss,
    dismiss: (operation) => dismissOperation(join(userData, 'operations'), operation),
  })
  const history = createHistory({
    folder: join(userData, 'history'),
    limitBytes: () => state.settings.value().historyLimit * 1_000_000,
  })
  imported.sweep().catch((error: unknown) => options.log(messageOf(error)))
  const handlers: Handlers = {
    ...appHandlers({ ...options, recovery }),
    ...commandLineHandlers(window),
    ...documentHandlers({
      postsRoot: () => site().postsRoot,
      journal: createJournal({ folder: join(userData, 'journal'), readVersion: history.read }),
      history,
      opened: workspace.rememberPost,
    }),
    ...libraryHandlers({ library: workspace.needLibrary, site, onRest: options.onRest }),
    ...checkHandlers(workspace.needLibrary),
    ...fileHandlers({
      library: workspace.needLibrary,
      site,
      operations,
      tell: window.notices.tell,
      onProgress: (done, total) => window.send('operationProgress', { done, total }),
    }),
    ...siteHandlers({ site }),
    ...imageHandlers({
      library: workspace.needLibrary,
      site,
      operations,
      imported,
      showInFolder: (path) => shell.showItemInFolder(pathForShell(path)),
      onMoved: moves.listen,
      tellMoved: (images) => window.send('importsMoved', images),
    }),
    ...siteChoiceHandlers({ state, workspace, operations }),
    ...spellingHandlers({ userData, window, siteRoot: () => workspace.site()?.root ?? null }),
    ...lookHandlers({ site, settings: state.settings.value, drawDiagram: window.diagrams.draw }),
    ...siteViewHandlers({
      site,
      settings: state.settings.value,
      openExternal,
      open: (origin, events) => openSitePage(window.need(), origin, events, window.run),
      tell: (shown) => window.send('siteViewChanged', shown),
    }),
    ...exportHandlers({
      site,
      askWhere,
      exportPost: exportPostInWorker,
      started: (name) => window.send('exportStarted', { name }),
      settings: state.settings.value,
    }),
  }
  return { handlers, settled: history.settled }
}

/** Passes moves of files on to one listener. */
const createMoves = () => {
  let listener: (from: string, to: string) => void = () => undefined
  return {
    send: (from: string, to: string) => listener(from, to),
    listen: (one: (from: string, to: string) => void) => {
      listener = one
    },
  }
}
