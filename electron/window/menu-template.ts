import type { BaseWindow, MenuItemConstructorOptions } from 'electron'
import {
  acceleratorOf,
  type CommandId,
  commandOf,
  commands,
  keyOf,
  type MenuId,
  titleOf,
} from '../../shared/commands'
import type { RecentFolder } from '../../shared/ipc/app-calls'
import type { Platform } from '../../shared/platform-words'
import { productName } from '../../shared/product-name'
import type { Settings } from '../../shared/settings'
import { t } from '../../shared/texts/translate'

export interface MenuOptions {
  readonly platform: Platform
  readonly developer: boolean
  readonly settings: Settings
  /** The recent folders, the latest first. */
  readonly recent: readonly RecentFolder[]
  readonly openRecent: (path: string) => void
  /** Runs a command in the page. */
  readonly run: (command: CommandId) => void
  /** Undoes or redoes in the focused field; `window` is that of the menu. */
  readonly editField: (command: 'undo' | 'redo', window: BaseWindow) => void
}

const line: MenuItemConstructorOptions = { type: 'separator' }

/**
 * The native menu, built from the table of commands. Shortcuts are shown here but handled by the page, which knows what
 * has the focus; a menu that handled them would fire twice or in the wrong field.
 */
export const menuTemplate = (options: MenuOptions): MenuItemConstructorOptions[] => {
  const { platform, developer } = options
  const mac = platform === 'darwin'
  const own = (menu: MenuId) => itemsOf(menu, options)
  const closeWindow: MenuItemConstructorOptions = {
    role: 'close',
    label: t('commands.closeWindow'),
    accelerator: 'CommandOrControl+Shift+W',
  }
  const quit: MenuItemConstructorOptions = {
    role: 'quit',
    label: platform === 'win32' ? t('commands.exit') : t('commands.quit'),
  }
  const minimize: MenuItemConstructorOptions = { role: 'minimize', label: t('commands.minimize') }
  return [
    ...(mac ? [{ label: productName, submenu: appItems(options) }] : []),
    { label: t('commands.menuFile'), submenu: [...own('file'), line, mac ? closeWindow : quit] },
    { label: t('commands.menuEdit'), submenu: [...editItems(options), line, ...own('edit')] },
    { label: t('commands.menuFormat'), submenu: own('format') },
    { label: t('commands.menuInsert'), submenu: own('insert') },
    { label: t('commands.menuView'), submenu: [...own('view'), line, ...zoomItems(developer)] },
    mac
      ? {
          role: 'windowMenu',
          label: t('commands.menuWindow'),
          submenu: [
            minimize,
            { role: 'zoom', label: t('commands.zoomWindow') },
            line,
            { role: 'front', label: t('commands.bringAllToFront') },
          ],
        }
      : // The role has Close on Ctrl+W elsewhere, which closes the post here.
        { label: t('commands.menuWindow'), submenu: [minimize, closeWindow] },
    { role: 'help', label: t('commands.menuHelp'), submenu: own('help') },
  ]
}

/** The check marks of menu items that reflect settings. */
export const marksOf = (settings: Settings): Readonly<Partial<Record<CommandId, boolean>>> => ({
  'layout-write': settings.layout === 'write',
  'layout-live': settings.layout === 'live',
  'layout-split': settings.layout === 'split',
  'layout-preview': settings.layout === 'preview',
  'toggle-sidebar': settings.sidebar,
  outline: settings.outline,
  'focus-mode': settings.focusMode !== 'off',
  typewriter: settings.typewriter,
  'theme-system': settings.theme === 'system',
  'theme-light': settings.theme === 'light',
  'theme-dark': settings.theme === 'dark',
})

const itemsOf = (menu: MenuId, options: MenuOptions): MenuItemConstructorOptions[] => {
  const items: MenuItemConstructorOptions[] = []
  let group: number | undefined
  for (const command of commands.filter(
    (each) => each.menu === menu && !(options.platform === 'darwin' && each.id === 'settings'),
  )) {
    if (group !== undefined && command.group !== group) items.push(line)
    group = command.group
    items.push(itemOf(command.id, options))
    if (command.id === 'open-folder') items.push(recentItem(options))
  }
  return items
}

const recentItem = ({ recent, openRecent }: MenuOptions): MenuItemConstructorOptions => ({
  id: 'open-recent',
  label: t('commands.openRecent'),
  enabled: recent.length > 0,
  submenu: recent.map(({ path, name }) => ({
    label: name.replaceAll('&', '&&'),
    sublabel: path,
    toolTip: path,
    click: () => openRecent(path),
  })),
})

const itemOf = (id: CommandId, options: MenuOptions): MenuItemConstructorOptions => {
  const command = commandOf(id)
  const key = keyOf(command, options.platform === 'darwin')
  const checked = marksOf(options.settings)[id]
  return {
    id,
    label: titleOf(command, options.platform).replaceAll('&', '&&'),
    click: (_item, window, { triggeredByAccelerator }) => {
      if (!triggeredByAccelerator || window === undefined) options.run(id)
      else if (id === 'undo' || id === 'redo') options.editField(id, window)
      // Any other key that arrives here, as on macOS, was ignored by the page.
    },
    ...(checked === undefined ? {} : { type: 'checkbox', checked }),
    ...(key === undefined ? {} : { accelerator: acceleratorOf(key), registerAccelerator: false }),
  }
}

// The place of Settings in every macOS app.
const appItems = (options: MenuOptions): MenuItemConstructorOptions[] => [
  { role: 'about', label: t('titles.about') },
  line,
  itemOf('settings', options),
  line,
  { role: 'services', label: t('commands.services') },
  line,
  { role: 'hide', label: t('commands.hide') },
  { role: 'hideOthers', label: t('commands.hideOthers') },
  { role: 'unhide', label: t('commands.showAll') },
  line,
  { role: 'quit', label: t('commands.quit') },
]

const editItems = (options: MenuOptions): MenuItemConstructorOptions[] => [
  itemOf('undo', options),
  itemOf('redo', options),
  line,
  { role: 'cut', label: t('commands.cut') },
  { role: 'copy', label: t('commands.copy') },
  { role: 'paste', label: t('commands.paste') },
  { role: 'pasteAndMatchStyle', label: t('commands.pasteAsText') },
  { role: 'selectAll', label: t('commands.selectAll') },
]

// Actual Size has no key: with AltGr, Ctrl+Alt+0 types a character on many keyboards, and Ctrl+0 makes a paragraph.
const zoomItems = (developer: boolean): MenuItemConstructorOptions[] => [
  { role: 'zoomIn', label: t('commands.zoomIn') },
  { role: 'zoomOut', label: t('commands.zoomOut') },
  { role: 'resetZoom', label: t('commands.actualSize'), accelerator: '' },
  ...(developer
    ? [
        {
          role: 'toggleDevTools' as const,
          label: t('commands.developerTools'),
          accelerator: 'CommandOrControl+Shift+F12',
        },
      ]
    : []),
]
