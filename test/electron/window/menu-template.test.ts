import type { BaseWindow, KeyboardEvent, MenuItem, MenuItemConstructorOptions } from 'electron'
import { describe, expect, test } from 'vitest'
import { type MenuOptions, marksOf, menuTemplate } from '../../../electron/window/menu-template'
import { commands } from '../../../shared/commands'
import { defaultSettings } from '../../../shared/settings'

const menu = (options: Partial<MenuOptions> = {}) => {
  const ran: string[] = []
  const template = menuTemplate({
    platform: 'linux',
    developer: false,
    settings: defaultSettings,
    recent: [{ path: '/home/ann/garden', name: 'garden & co' }],
    openRecent: (path) => ran.push(`open ${path}`),
    run: (command) => ran.push(`run ${command}`),
    editField: (command) => ran.push(`field ${command}`),
    ...options,
  })
  const items = template.flatMap(({ submenu }) => (submenu ?? []) as MenuItemConstructorOptions[])
  const clickIn = (window: BaseWindow | undefined) => (id: string, triggeredByAccelerator: boolean) => {
    const item = items.find((each) => each.id === id)
    item?.click?.({} as MenuItem, window, { triggeredByAccelerator } as KeyboardEvent)
    return ran.splice(0)
  }
  return { items, click: clickIn({} as BaseWindow), clickWithoutWindow: clickIn(undefined) }
}

describe.each([
  ['macOS', 'darwin'],
  ['Windows', 'win32'],
  ['Linux', 'linux'],
] as const)('on %s', (_name, platform) => {
  test('every command of the table that names a menu stands in one, and runs', () => {
    const { click } = menu({ platform })
    for (const { id } of commands.filter((command) => 'menu' in command && command.menu !== undefined))
      expect(click(id, false)).toEqual([`run ${id}`])
  })

  test('a key that reaches the menu was left alone by the page, and does nothing here', () => {
    const { click, items } = menu({ platform })
    for (const { id } of items.filter((item) => item.id !== undefined && !/^(un|re)do$/.test(item.id ?? '')))
      expect(click(id ?? '', true), id).toEqual([])
  })

  test('undo and redo by key are those of the field, by click those of the page', () => {
    const { click } = menu({ platform })
    expect(click('undo', true)).toEqual(['field undo'])
    expect(click('redo', true)).toEqual(['field redo'])
    expect(click('undo', false)).toEqual(['run undo'])
  })

  test('keys work where there is no window', () => {
    expect(menu({ platform }).clickWithoutWindow('open-folder', true)).toEqual(['run open-folder'])
  })

  test('no accelerator is written twice, and none is left to a role that would close the app', () => {
    const { items } = menu({ platform })
    const keys = items.flatMap(({ accelerator }) => (accelerator ? [String(accelerator)] : []))
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
    expect(keys).toContain('CommandOrControl+W')
    expect(items.filter(({ role }) => role === 'close').map(({ accelerator }) => accelerator)).toEqual([
      'CommandOrControl+Shift+W',
    ])
  })
})

test('choices of the settings have their check marks', () => {
  const { items } = menu({ settings: { ...defaultSettings, layout: 'write', sidebar: false, outline: true } })
  const checked = items.filter((item) => item.type === 'checkbox').map(({ id, checked }) => [id, checked])
  expect(Object.fromEntries(checked)).toEqual(
    marksOf({ ...defaultSettings, layout: 'write', sidebar: false, outline: true }),
  )
  expect(Object.fromEntries(checked)).toMatchObject({
    'layout-write': true,
    'layout-split': false,
    'toggle-sidebar': false,
    outline: true,
  })
})

test('the recent folders stand under the command that opens one', () => {
  const ran: string[] = []
  const folders = [{ path: '/home/ann/garden', name: 'garden & co' }]
  const of = (recent: typeof folders) => {
    const template = menuTemplate({
      platform: 'linux',
      developer: false,
      settings: defaultSettings,
      recent,
      run: () => undefined,
      openRecent: (path) => ran.push(path),
      editField: () => undefined,
    })
    const file = template.find(({ label }) => label === '&File')?.submenu as MenuItemConstructorOptions[]
    const at = file.findIndex(({ id }) => id === 'open-recent')
    expect(file[at - 1]?.id).toBe('open-folder')
    return file[at]
  }
  expect(of([])).toMatchObject({ enabled: false, submenu: [] })
  const items = of(folders)?.submenu as MenuItemConstructorOptions[]
  expect(items.map(({ label }) => label)).toEqual(['garden && co'])
  items[0]?.click?.({} as MenuItem, undefined, {} as KeyboardEvent)
  expect(ran).toEqual(['/home/ann/garden'])
})
