import { Menu, webContents } from 'electron'
import type { Settings } from '../../shared/settings'
import { type MenuOptions, marksOf, menuTemplate } from './menu-template'

/** Shows the menu of the app; returns what keeps its check marks those of the settings. */
export const showMenu = (
  options: Pick<MenuOptions, 'developer' | 'settings' | 'run'>,
): ((settings: Settings) => void) => {
  let { settings } = options
  const menu = Menu.buildFromTemplate(
    menuTemplate({
      ...options,
      run: (command) => {
        options.run(command)
        mark() // the item has changed its mark by itself, whatever the command does
      },
      mac: process.platform === 'darwin',
      editField: (command) => webContents.getFocusedWebContents()?.[command](),
    }),
  )
  Menu.setApplicationMenu(menu)
  const mark = (): void => {
    for (const [id, checked] of Object.entries(marksOf(settings))) {
      const item = menu.getMenuItemById(id)
      if (item) item.checked = checked
    }
  }
  return (changed) => {
    settings = changed
    mark()
  }
}
