import { base } from 'w3c-keyname'
import { createRegistry } from '../../shared/base/registry'
import { type CommandId, commands, keyOf } from '../../shared/commands'
import { runCommand } from './command-bus'
import { isMac } from './platform'

// These two depend on the focused field: every field has its own undo.
const leftToTheField = new Set<CommandId>(['undo', 'redo'])

const byKey = new Map(
  commands.flatMap((command) => {
    const key = keyOf(command, isMac)
    return key === undefined || leftToTheField.has(command.id) ? [] : [[key, command.id] as const]
  }),
)

const latinLetter = /^[a-z]$/i
const isDigitKey = (keyCode: number): boolean => keyCode >= 48 && keyCode <= 57

/**
 * The key as the table of commands names it. A letter is the one printed on the key; if the layout is not Latin, or
 * Option composes another character, it is the letter of the US layout, which such keyboards also print. A digit is its
 * key in the top row, with or without Shift, as in browsers. Any other character is the printed one.
 */
const nameOf = ({ key, keyCode, altKey }: KeyboardEvent): string => {
  if (isDigitKey(keyCode)) return String.fromCharCode(keyCode)
  if (key === 'İ') return 'i' // Shift+I on a Turkish keyboard
  if (latinLetter.test(key)) return key.toLowerCase()
  const plain = base[keyCode] ?? ''
  const isOtherScript = /^\p{L}$/u.test(key) && !/\p{Script=Latin}/u.test(key)
  if (isOtherScript && plain.length === 1) return plain
  return latinLetter.test(plain) && isMac && altKey ? plain : key
}

/** The command of a key in the current layout; undefined if there is none. */
export const commandOfKey = (event: KeyboardEvent): CommandId | undefined => {
  const mod = isMac ? event.metaKey : event.ctrlKey
  const ctrl = isMac && event.ctrlKey
  if ((!isMac && event.metaKey) || event.isComposing) return undefined
  if (event.getModifierState('AltGraph')) return undefined // it types a character
  const prefix = `${ctrl ? 'Ctrl-' : ''}${mod ? 'Mod-' : ''}${event.shiftKey ? 'Shift-' : ''}${event.altKey ? 'Alt-' : ''}`
  return byKey.get(prefix + nameOf(event))
}

const changesText = new Set(
  commands.filter(({ menu }) => menu === 'format' || menu === 'insert').map(({ id }) => id),
)

/** Panels that close when the key of another panel is pressed. */
const betweenPanels = new Set<CommandId>([
  'command-palette',
  'quick-open',
  'next-recent-post',
  'previous-recent-post',
])

const fields = 'input, textarea, select, [role="dialog"]'

/**
 * Whether a command may run with the current focus: none runs behind an open dialog, and formatting does not run while
 * another field has the focus.
 */
export const mayRun = (command: CommandId): boolean => {
  const modal = document.querySelector('[data-modal]')
  if (modal !== null && !(modal.matches('[data-modal="panel"]') && betweenPanels.has(command))) return false
  return !(changesText.has(command) && document.activeElement?.closest(fields))
}

const keysOfText = createRegistry<(event: KeyboardEvent) => boolean>()

/** Leaves keys to the text if Vim or Emacs bindings use them there. */
export const leaveKeysToText = (takes: (event: KeyboardEvent) => boolean): (() => void) =>
  keysOfText.add(takes)

/**
 * Runs commands by their keys in a window or in the document of a frame inside it; returns an unsubscribe function.
 * Listens in the capture phase, so that the table of commands wins over components. A key of the table is always
 * prevented: otherwise the main menu would handle it on macOS.
 */
export const listenToShortcuts = (target: Window | Document): (() => void) => {
  const listen = (event: Event) => {
    const key = event as KeyboardEvent
    const command = commandOfKey(key)
    if (command === undefined || keysOfText.all().some((takes) => takes(key))) return
    event.preventDefault()
    event.stopPropagation()
    if (mayRun(command)) runCommand(command, key)
  }
  target.addEventListener('keydown', listen, true)
  return () => target.removeEventListener('keydown', listen, true)
}
