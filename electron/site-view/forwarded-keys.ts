import { type CommandId, commands, keyOf } from '../../shared/commands'

/** A key as it reaches a page. */
export interface PressedKey {
  readonly type: string
  readonly key: string
  readonly code: string
  readonly control: boolean
  readonly meta: boolean
  readonly shift: boolean
  readonly alt: boolean
}

// What changes the text belongs to the text, and the other keys to the page that has the focus.
const menus: readonly (string | undefined)[] = ['file', 'view', 'help']

/** The command of the app that a key stands for while a page of the site has the focus; undefined where it is the page's. */
export const commandOfPressed = (pressed: PressedKey, mac: boolean): CommandId | undefined => {
  if (pressed.type !== 'keyDown') return undefined
  const mod = mac ? pressed.meta : pressed.control
  const prefix = `${mac && pressed.control ? 'Ctrl-' : ''}${mod ? 'Mod-' : ''}${pressed.shift ? 'Shift-' : ''}${pressed.alt ? 'Alt-' : ''}`
  const [, digit] = /^Digit(\d)$/.exec(pressed.code) ?? []
  const name = digit ?? (pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key)
  return commands.find((command) => menus.includes(command.menu) && keyOf(command, mac) === prefix + name)?.id
}
