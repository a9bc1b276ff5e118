import { type CommandId, commandOf, keyOf, readableKey } from '../../shared/commands'

/** Whether shortcuts read and work as on macOS. */
export const isMac = navigator.platform.startsWith('Mac')

/** The shortcut of a command as this platform writes it, empty when it has none. */
export const shortcutOf = (id: CommandId): string => {
  const key = keyOf(commandOf(id), isMac)
  return key === undefined ? '' : readableKey(key, isMac)
}
