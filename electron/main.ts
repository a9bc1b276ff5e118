import { join } from 'node:path'
import { app, dialog } from 'electron'
import { messageOf } from '../shared/app-error'
import { productName } from '../shared/product-name'
import { t } from '../shared/texts/translate'
import { createDrawing } from './assets/thumbnails/drawing'
import { createThumbnails } from './assets/thumbnails/thumbnails'
import { commandOfLaunch } from './cli/launch/command-of-launch'
import { createHandlers } from './handlers/create-handlers'
import { createLog } from './log'
import { handleCalls } from './security/ipc'
import { isOurMainFrame, preventNameLookups, secureApp } from './security/permissions'
import { handleProtocols, registerSchemes } from './security/protocols'
import { siteAssets } from './security/site-assets'
import { createFirstFolder } from './window/first-folder'
import { createMainWindow } from './window/main-window'
import { type ShownMenu, showMenu } from './window/menu'
import { followQuitting } from './window/quitting'
import { followSystemEnd } from './window/system-end'
import { sampleParent, versionOf } from './workspace/about-app'
import { loadAppState, recentFolders } from './workspace/app-state'
import { endWithCommand } from './workspace/end-with-command'
import { fittingArguments, readLaunchArguments } from './workspace/launch-arguments'
import { createLibraryHost } from './workspace/library-host'
import { createOpenRequests, messageToInstance } from './workspace/open-requests'
import { appUserModelId, noteOpened, showRecentPlaces } from './workspace/recent-places'
import { followRequests } from './workspace/requests-of-system'
import { copySampleBlog, shippedFolder } from './workspace/sample-blog'
import { createStartMarker } from './workspace/start-marker'
import { forkDrawing } from './workspace/thumbnail-host'
import { createWorkspace } from './workspace/workspace'

const command = commandOfLaunch(process.argv, process.defaultApp === true)
if (command !== null) await endWithCommand(command) // before the app is ready: nothing is shown

app.setName(productName)
app.setAppUserModelId(appUserModelId)
const launch = readLaunchArguments(process.argv, process.defaultApp === true, process.cwd())
const requests = createOpenRequests()

const start = async (): Promise<void> => {
  const userData = app.getPath('userData')
  const state = await loadAppState(userData)
  const shipped = shippedFolder(import.meta.dirname)
  const log = createLog(app.getPath('logs'))
  const marker = createStartMarker(userData, log)
  const window = createMainWindow(state)
  const { notices, closeGuard } = window

  const openRecent = (path: string) => {
    requests.add([{ kind: 'path', path }])
    requests.tell()
  }
  const libraries = createLibraryHost(userData, window.current, log)
  let menu: ShownMenu | null = null
  const showRecent = () => {
    const folders = recentFolders(state.session.value())
    showRecentPlaces(folders, openRecent)
    menu?.showRecent(folders)
  }
  const workspace = createWorkspace({
    state,
    startLibrary: (site) => {
      const isShown = state.settings.value().ignoredPosts[site.key] === 'shown'
      return libraries.start(site, isShown)
    },
    report: notices.report,
    onOpened: (path) => {
      noteOpened(path)
      showRecent()
    },
  })
  const openSample = async () => workspace.open(await copySampleBlog(shipped, sampleParent()))
  const firstFolder = createFirstFolder({ requests, workspace, state, marker, notices, openSample })
  const thumbnails = createThumbnails({
    folder: join(userData, 'thumbnails'),
    draw: createDrawing(forkDrawing),
    note: log,
  })
  const mayLoadImages = () => state.settings.value().remoteImages.includes(workspace.site()?.key ?? '')
  secureApp(mayLoadImages)

  await app.whenReady()
  libraries.prepare()
  const assets = siteAssets(workspace.site, thumbnails, log)
  handleProtocols(join(import.meta.dirname, '../renderer'), assets, log)
  const shownMenu = showMenu({
    run: window.run,
    developer: !app.isPackaged,
    settings: state.settings.value(),
    recent: recentFolders(state.session.value()),
    openRecent,
  })
  menu = shownMenu
  const { handlers, settled } = createHandlers({
    state,
    workspace,
    window,
    log,
    userData,
    version: versionOf(shipped),
    noticesFile: join(shipped, '../out/THIRD-PARTY-NOTICES.txt'),
    firstFolder,
    openSample,
    onRest: marker.reached,
    onRecentChanged: showRecent,
    onSettings: shownMenu.followSettings,
  })
  handleCalls(handlers, isOurMainFrame)
  showRecent()
  followSystemEnd({ onSleep: () => window.send('sleepComing', null), onShutdown: () => app.quit() })
  // The library's process closes its watcher and database and ends before its parent does.
  const unfinished = () => [workspace.close(), settled(), state.settings.idle(), state.session.idle()]
  followQuitting(closeGuard.quitting, unfinished, log)
  // A running page takes a request from the queue now, otherwise the next one takes it when it starts.
  requests.listen(() => {
    window.show()
    if (window.isListening()) window.send('openRequested', null)
  })
  window.show()
}

followRequests(requests)

const fewer = fittingArguments(process.argv, process.defaultApp === true, process.cwd())
if (fewer !== null) {
  app.relaunch({ args: fewer, execPath: process.env.APPIMAGE ?? process.execPath })
  app.exit()
} else if (app.requestSingleInstanceLock(messageToInstance(launch))) {
  registerSchemes()
  preventNameLookups()
  requests.add(launch)
  void start().catch((error: unknown) => {
    dialog.showErrorBox(t('app.couldNotStart'), messageOf(error))
    app.exit(1)
  })
} else {
  app.quit() // the running instance has received the arguments
}
