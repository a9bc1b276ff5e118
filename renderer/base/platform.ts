import { type CommandId, commandOf, keyOf, readableKey, titleOf } from '../../shared/commands'
import { type Platform, platformWords } from '../../shared/platform-words'

/** Whether shortcuts read and work as on macOS. */
export const isMac = navigator.platform.startsWith('Mac')

const platform: Platform = isMac ? 'darwin' : navigator.platform.startsWith('Win') ? 'win32' : 'linux'

/** This platform's names for its places and programs. */
export const words = platformWords[platform]

/** The title of a command on this platform. */
export const titleHere = (id: CommandId): string => titleOf(commandOf(id), platform)

/** The shortcut of a command as this platform writes it; empty if it has none. */
export const shortcutOf = (id: CommandId): string => {
  const key = keyOf(commandOf(id), isMac)
  return key === undefined ? '' : readableKey(key, isMac)
}
