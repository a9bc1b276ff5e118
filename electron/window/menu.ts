import { BrowserWindow, Menu, webContents } from 'electron'
import type { RecentFolder } from '../../shared/ipc/app-calls'
import { platformOf } from '../../shared/platform-words'
import type { Settings } from '../../shared/settings'
import { type MenuOptions, marksOf, menuTemplate } from './menu-template'

/** The app menu. */
export interface ShownMenu {
  /** Updates its check marks from the settings. */
  readonly followSettings: (settings: Settings) => void
  readonly showRecent: (folders: readonly RecentFolder[]) => void
}

/** Shows the menu of the app. */
export const showMenu = (
  options: Pick<MenuOptions, 'developer' | 'settings' | 'recent' | 'run' | 'openRecent'>,
): ShownMenu => {
  let { settings, recent } = options
  const build = () =>
    Menu.buildFromTemplate(
      menuTemplate({
        ...options,
        settings,
        recent,
        run: (command) => {
          options.run(command)
          mark() // the item toggles its own check mark, whatever the command does
        },
        platform: platformOf(process.platform),
        editField: (command, window) => {
          const clicked = window instanceof BrowserWindow ? window.webContents : undefined
          const target = webContents.getFocusedWebContents() ?? clicked
          target?.[command]()
        },
      }),
    )
  let menu = build()
  Menu.setApplicationMenu(menu)
  const mark = (): void => {
    for (const [id, checked] of Object.entries(marksOf(settings))) {
      const item = menu.getMenuItemById(id)
      if (item) item.checked = checked
    }
  }
  return {
    followSettings: (changed) => {
      settings = changed
      mark()
    },
    showRecent: (folders) => {
      recent = folders
      menu = build()
      Menu.setApplicationMenu(menu)
    },
  }
}
