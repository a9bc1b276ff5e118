import { app, Menu } from 'electron'
import type { RecentFolder } from '../../shared/ipc/app-calls'
import { t } from '../../shared/texts/translate'

/** The app's AppUserModelID on Windows: the installer sets it, and windows are grouped by it. */
export const appUserModelId = 'io.github.postwright.postwright'

/** Shows the recent folders in the Dock menu on macOS and the jump list on Windows. */
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

/** Adds an opened folder to the system's recent documents. */
export const noteOpened = (path: string): void => {
  if (process.platform !== 'linux') app.addRecentDocument(path)
}
