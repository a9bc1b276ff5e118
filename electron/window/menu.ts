import { Menu, type MenuItemConstructorOptions } from 'electron'
import { acceleratorOf, type CommandId, commandOf, commands, keyOf, type MenuId } from '../../shared/commands'

const mac = process.platform === 'darwin'

/**
 * The native menu, made from the table of commands. Keys are shown here and handled by the page, which knows
 * what has the focus; a menu that took them first would fire twice or at the wrong field.
 */
export const buildMenu = (run: (command: CommandId) => void, developer: boolean): Menu => {
  const own = (menu: MenuId) => itemsOf(menu, run)
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const template: MenuItemConstructorOptions[] = [
    ...(mac ? [{ label: 'Postwright', submenu: appItems(run) }] : []),
    { label: '&File', submenu: [...own('file'), line, mac ? { role: 'close' } : { role: 'quit' }] },
    { label: '&Edit', submenu: [...clipboardItems(run), line, ...own('edit')] },
    { label: 'F&ormat', submenu: own('format') },
    { label: '&Insert', submenu: own('insert') },
    { label: '&View', submenu: [...own('view'), line, ...zoomItems(developer)] },
    { role: 'windowMenu' },
    { role: 'help', submenu: own('help') },
  ]
  return Menu.buildFromTemplate(template)
}

const itemsOf = (menu: MenuId, run: (command: CommandId) => void): MenuItemConstructorOptions[] => {
  const items: MenuItemConstructorOptions[] = []
  let group: number | undefined
  for (const command of commands.filter((each) => each.menu === menu && !(mac && each.id === 'settings'))) {
    if (group !== undefined && command.group !== group) items.push({ type: 'separator' })
    group = command.group
    items.push(item(command.id, command.title, run, keyOf(command, mac)))
  }
  return items
}

const item = (
  id: CommandId,
  label: string,
  run: (command: CommandId) => void,
  key: string | undefined,
): MenuItemConstructorOptions => ({
  id,
  label: label.replaceAll('&', '&&'),
  click: () => run(id),
  ...(key === undefined ? {} : { accelerator: acceleratorOf(key), registerAccelerator: false }),
})

// Where macOS has the settings of every app.
const appItems = (run: (command: CommandId) => void): MenuItemConstructorOptions[] => {
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const { id, title, key } = commandOf('settings')
  return [
    { role: 'about' },
    line,
    item(id, title, run, key),
    line,
    { role: 'services' },
    line,
    { role: 'hide' },
    { role: 'hideOthers' },
    { role: 'unhide' },
    line,
    { role: 'quit' },
  ]
}

const clipboardItems = (run: (command: CommandId) => void): MenuItemConstructorOptions[] => [
  item('undo', 'Undo', run, 'Mod-z'),
  item('redo', 'Redo', run, mac ? 'Mod-Shift-z' : 'Mod-y'),
  { type: 'separator' },
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'pasteAndMatchStyle' },
  { role: 'selectAll' },
]

const zoomItems = (developer: boolean): MenuItemConstructorOptions[] => [
  { role: 'zoomIn' },
  { role: 'zoomOut' },
  { role: 'resetZoom', accelerator: 'CommandOrControl+Alt+0' },
  { role: 'togglefullscreen' },
  ...(developer ? [{ role: 'toggleDevTools' as const, accelerator: 'CommandOrControl+Alt+J' }] : []),
]
