import { base, keyName } from 'w3c-keyname'
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

/** The command that a key stands for, whatever the keyboard's layout; undefined when there is none. */
export const commandOfKey = (event: KeyboardEvent): CommandId | undefined => {
  const mod = isMac ? event.metaKey : event.ctrlKey
  const ctrl = isMac && event.ctrlKey
  if ((!isMac && event.metaKey) || event.isComposing) return undefined
  const prefix = `${ctrl ? 'Ctrl-' : ''}${mod ? 'Mod-' : ''}${event.shiftKey ? 'Shift-' : ''}${event.altKey ? 'Alt-' : ''}`
  const name = keyName(event)
  const plain = base[event.keyCode] // the key without Shift, or on a Latin layout where this one is not
  return byKey.get(prefix + name) ?? (plain === undefined ? undefined : byKey.get(prefix + plain))
}

const changesText = new Set(
  commands.filter(({ menu }) => menu === 'format' || menu === 'insert').map(({ id }) => id),
)

/** A field or a dialog has the focus: the text is not what the writer is at. */
const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('input, textarea, select, [role="dialog"]') !== null

let running: KeyboardEvent | null = null

/** The key that runs a command at this moment; null where a menu or the palette does. */
export const keyOfRun = (): KeyboardEvent | null => running

/**
 * Runs commands by their keys in a window or in the document of a frame inside it; the answer stops it.
 * Listens before anyone else does, so that the table of commands wins over the habits of a component.
 */
export const listenToShortcuts = (target: Window | Document): (() => void) => {
  const listen = (event: Event) => {
    const command = commandOfKey(event as KeyboardEvent)
    if (command === undefined || (changesText.has(command) && isElsewhere(event.target))) return
    event.preventDefault()
    event.stopPropagation()
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
