import type { CommandId } from '../../shared/commands'
import { toFront } from '../document/reading/recent-posts'

/** What was used in this session, the last first. */
export const recent: { commands: readonly CommandId[] } = { commands: [] }

/** Remembers that a command was chosen. */
export const rememberCommand = (id: CommandId): void => {
  recent.commands = toFront(recent.commands, id)
}
