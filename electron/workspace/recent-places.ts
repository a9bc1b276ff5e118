import { app, Menu } from 'electron'
import type { RecentFolder } from '../../shared/ipc/app-calls'
import { t } from '../../shared/texts/translate'

/** The app's name among the programs of Windows: what the installer writes and what windows are grouped by. */
export const appUserModelId = 'io.github.postwright.postwright'

/** Shows the recent folders where the system has a place for them: the dock's menu on macOS, the jump list on Windows. */
export const showRecentPlaces = (folders: readonly RecentFolder[], open: (path: string) => void): void => {
  if (process.platform === 'darwin')
    app.dock?.setMenu(
      Menu.buildFromTemplate(folders.map(({ path, name }) => ({ label: name, click: () => open(path) }))),
    )
  if (process.platform === 'win32')
    app.setJumpList([
      {
        type: 'custom',
        name: t('app.recentFolders'),
        items: folders.map(({ path, name }) => ({
          type: 'task' as const,
          title: name,
          description: path,
          program: process.execPath,
          args: `-- "${path}"`,
          iconPath: process.execPath,
          iconIndex: 0,
        })),
      },
    ])
}

/** Tells the system that a folder was opened, for its own list of recent documents. */
export const noteOpened = (path: string): void => {
  if (process.platform !== 'linux') app.addRecentDocument(path)
}
