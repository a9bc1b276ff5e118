import { base } from 'w3c-keyname'
import { type CommandId, commands, keyOf } from '../../shared/commands'
import { runCommand } from './command-bus'
import { isMac } from './platform'

// What these two do depends on the field that has the focus, and every field has its own undo.
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
 * The key as the table of commands names it. A letter is the one printed on the key, wherever the layout has it; where
 * the layout is not Latin, or Option composes another character, it is the one of the US layout, which such keyboards
 * print beside their own. A digit is its key in the top row, with or without Shift, as browsers take it. Any other
 * character counts as it is printed.
 */
const nameOf = ({ key, keyCode, altKey }: KeyboardEvent): string => {
  if (isDigitKey(keyCode)) return String.fromCharCode(keyCode)
  if (key === 'İ') return 'i' // Shift and the i of a Turkish keyboard
  if (latinLetter.test(key)) return key.toLowerCase()
  const plain = base[keyCode] ?? ''
  const isOtherScript = /^\p{L}$/u.test(key) && !/\p{Script=Latin}/u.test(key)
  if (isOtherScript && plain.length === 1) return plain
  return latinLetter.test(plain) && isMac && altKey ? plain : key
}

/** The command that a key stands for in the keyboard's layout; undefined when there is none. */
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

/** Panels that show what another key finds give way to it. */
const betweenPanels = new Set<CommandId>([
  'command-palette',
  'quick-open',
  'next-recent-post',
  'previous-recent-post',
])

const fields = 'input, textarea, select, [role="dialog"]'

/**
 * Whether a command may run with the focus where it is: behind an open dialog none does, and the text is not formatted
 * while another field has the focus.
 */
export const mayRun = (command: CommandId): boolean => {
  const modal = document.querySelector('[data-modal]')
  if (modal !== null && !(modal.matches('[data-modal="panel"]') && betweenPanels.has(command))) return false
  return !(changesText.has(command) && document.activeElement?.closest(fields))
}

let textTakes: (event: KeyboardEvent) => boolean = () => false

/** Leaves keys to the text that another editor's bindings take there. */
export const leaveKeysToText = (takes: (event: KeyboardEvent) => boolean): void => {
  textTakes = takes
}

let running: KeyboardEvent | null = null

/** The key that runs a command at this moment; null where a menu or the palette does. */
export const keyOfRun = (): KeyboardEvent | null => running

/**
 * Runs commands by their keys in a window or in the document of a frame inside it; returns an unsubscribe function.
 * Listens before anyone else does, so that the table of commands wins over the habits of a component. A key of the
 * table is always prevented: on macOS the main menu would take it up otherwise.
 */
export const listenToShortcuts = (target: Window | Document): (() => void) => {
  const listen = (event: Event) => {
    const command = commandOfKey(event as KeyboardEvent)
    if (command === undefined || textTakes(event as KeyboardEvent)) return
    event.preventDefault()
    event.stopPropagation()
    if (!mayRun(command)) return
    running = event as KeyboardEvent
    try {
      runCommand(command)
    } finally {
      running = null
    }
  }
  target.addEventListener('keydown', listen, true)
  return () => target.removeEventListener('keydown', listen, true)
}
