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

// Commands that change the text are only for the text; other keys belong to the focused page.
const menus: readonly (string | undefined)[] = ['file', 'view', 'help']

/** The app command of a key while a page of the site has the focus; undefined if the key belongs to the page. */
export const commandOfPressed = (pressed: PressedKey, mac: boolean): CommandId | undefined => {
  if (pressed.type !== 'keyDown') return undefined
  const mod = mac ? pressed.meta : pressed.control
  const prefix = `${mac && pressed.control ? 'Ctrl-' : ''}${mod ? 'Mod-' : ''}${pressed.shift ? 'Shift-' : ''}${pressed.alt ? 'Alt-' : ''}`
  const [, digit] = /^Digit(\d)$/.exec(pressed.code) ?? []
  const name = digit ?? (pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key)
  return commands.find((command) => menus.includes(command.menu) && keyOf(command, mac) === prefix + name)?.id
}
