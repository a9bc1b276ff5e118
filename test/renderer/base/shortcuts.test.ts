import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { commands, keyOf } from '../../../shared/commands'
import { keyboardLayouts, type LayoutKey } from '../../support/keyboard-layouts'

const pressed = (key: string, keyCode: number, held: Partial<KeyboardEventInit> = {}, altGraph = false) =>
  ({
    key,
    keyCode,
    ctrlKey: false,
    shiftKey: false,
    altKey: false,
    metaKey: false,
    isComposing: false,
    getModifierState: (name: string) => name === 'AltGraph' && altGraph,
    ...held,
  }) as KeyboardEvent

const load = async (platform: string) => {
  vi.resetModules()
  vi.stubGlobal('navigator', { platform })
  return (await import('../../../renderer/base/shortcuts')).commandOfKey
}

afterEach(() => vi.unstubAllGlobals())

/** The parts of a command's key: `Mod-Shift-s`. */
const partsOf = (key: string) => {
  const names = key.split('-')
  return { name: names.at(-1) ?? '', held: names.slice(0, -1) }
}

const others = commands.flatMap((command) =>
  command.key === undefined || ['undo', 'redo'].includes(command.id)
    ? []
    : [{ id: command.id, ...partsOf(command.key) }],
)

describe.each(keyboardLayouts)('on a %s keyboard', (_layout, keys) => {
  let commandOfKey: Awaited<ReturnType<typeof load>>
  beforeEach(async () => {
    commandOfKey = await load('Win32')
  })

  /** The character printed on the key. */
  const isPrintedOn = (key: LayoutKey, name: string) =>
    key.plain === name || (/^\d$/.test(name) && key.shifted === name)

  test('each character of a shortcut stands on a key, without Shift or AltGr', () => {
    const single = others.filter(({ name }) => name.length === 1)
    const missing = single.filter(({ name }) => !keys.some((key) => isPrintedOn(key, name)))
    expect(missing).toEqual([])
    expect(others.filter(({ held }) => held.includes('Alt') && held.includes('Mod'))).toEqual([])
  })

  test('no key runs the command of another character', () => {
    const wrong: string[] = []
    for (const key of keys)
      for (const keyCode of key.keyCodes)
        for (const shiftKey of [false, true]) {
          const id = commandOfKey(
            pressed(shiftKey ? key.shifted : key.plain, keyCode, { ctrlKey: true, shiftKey }),
          )
          const command = others.find((other) => other.id === id)
          if (command && !isPrintedOn(key, command.name)) wrong.push(`${key.plain} runs ${command.id}`)
        }
    expect(wrong).toEqual([])
  })

  test('a tooltip prints a key that runs the command', async () => {
    const { shortcutOf } = await import('../../../renderer/base/platform')
    for (const { id } of others.filter(({ name }) => name.length === 1)) {
      const parts = shortcutOf(id).split('+')
      const name = parts.at(-1)?.toLowerCase() ?? ''
      const key = keys.find((each) => isPrintedOn(each, name))
      const shiftKey = parts.includes('Shift')
      const character = (shiftKey ? key?.shifted : key?.plain) ?? ''
      const event = pressed(character, key?.keyCodes[0] ?? 0, { ctrlKey: parts.includes('Ctrl'), shiftKey })
      expect(commandOfKey(event), shortcutOf(id)).toBe(id)
    }
  })

  test('each shortcut runs its command', () => {
    for (const { id, name, held } of others.filter((other) => other.name.length === 1)) {
      const key = keys.find((each) => isPrintedOn(each, name))
      const shiftKey = held.includes('Shift')
      const character = (shiftKey ? key?.shifted : key?.plain) ?? ''
      expect(commandOfKey(pressed(character, key?.keyCodes[0] ?? 0, { ctrlKey: true, shiftKey })), id).toBe(
        id,
      )
    }
  })
})

test('what AltGr types is no command', async () => {
  const commandOfKey = await load('Win32')
  expect(commandOfKey(pressed('ś', 83, {}, true))).toBeUndefined()
  expect(commandOfKey(pressed('s', 83, { ctrlKey: true, altKey: true }, true))).toBeUndefined()
  expect(commandOfKey(pressed('\\', 219, { ctrlKey: true, altKey: true }))).toBeUndefined()
  expect(commandOfKey(pressed('8', 56, { ctrlKey: true, shiftKey: true }, true))).toBeUndefined()
})

test('on layouts of other scripts the letter of the US layout counts', async () => {
  const commandOfKey = await load('Win32')
  expect(commandOfKey(pressed('ы', 83, { ctrlKey: true }))).toBe('save')
  expect(commandOfKey(pressed('σ', 83, { ctrlKey: true }))).toBe('save')
  expect(commandOfKey(pressed('ü', 186, { ctrlKey: true }))).toBeUndefined()
  // Russian, Hebrew and Arabic keyboards have the comma elsewhere, or with Shift only.
  for (const letter of ['б', 'ת', 'و'])
    expect(commandOfKey(pressed(letter, 188, { ctrlKey: true })), letter).toBe('settings')
  expect(commandOfKey(pressed('ж', 186, { ctrlKey: true }))).toBeUndefined()
})

test('the i of a Turkish keyboard is one with Shift too', async () => {
  const commandOfKey = await load('Win32')
  expect(commandOfKey(pressed('i', 222, { ctrlKey: true }))).toBe('italic')
  expect(commandOfKey(pressed('İ', 222, { ctrlKey: true, shiftKey: true }))).toBe('insert-image')
  expect(commandOfKey(pressed('ı', 73, { ctrlKey: true }))).toBeUndefined()
})

test('Option composes characters on macOS, and the shortcut counts all the same', async () => {
  const commandOfKey = await load('MacIntel')
  expect(commandOfKey(pressed('ß', 83, { metaKey: true, altKey: true }))).toBe('save-all')
  expect(commandOfKey(pressed('s', 83, { metaKey: true }))).toBe('save')
  expect(commandOfKey(pressed('s', 83, { ctrlKey: true }))).toBeUndefined()
})

/** Keys reserved by the systems: Apple's list of shortcuts (support.apple.com/102650), GNOME's, Windows'. */
const takenOnMac = [
  'Mod-q',
  'Mod-Shift-q',
  'Mod-Alt-q',
  'Ctrl-Mod-q',
  'Mod-h',
  'Mod-Alt-h',
  'Mod-m',
  'Mod-Alt-m',
  'Mod-`',
  'Mod-Shift-`',
  'Mod-Tab',
  'Mod-Shift-3',
  'Mod-Shift-4',
  'Mod-Shift-5',
  'Mod-Shift-6',
  'Mod-Alt-d',
  'Mod-Shift-/',
  'Mod-Shift-w',
]
const takenElsewhere = [
  'Alt-F4',
  'Mod-Alt-Delete',
  'Mod-Alt-t',
  'Mod-Alt-l',
  'Mod-Escape',
  'Mod-Shift-Escape',
  'Alt-Tab',
  'F10',
]

test('no command has a key that the system takes, and no two have one', () => {
  for (const [mac, taken] of [
    [true, takenOnMac],
    [false, takenElsewhere],
  ] as const) {
    const keys = commands.map((command) => keyOf(command, mac)).filter((key) => key !== undefined)
    expect(keys.filter((key) => taken.includes(key))).toEqual([])
    expect(keys.filter((key, at) => keys.indexOf(key) !== at)).toEqual([])
  }
})
