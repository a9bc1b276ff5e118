import type { CommandId } from '../../shared/commands'
import { useDocument } from '../document/document-state'

const kept = 20

const toFront = <T>(list: readonly T[], item: T): readonly T[] =>
  [item, ...list.filter((other) => other !== item)].slice(0, kept)

/** What was used in this session, the last first. */
export const recent: { commands: readonly CommandId[]; posts: readonly string[] } = {
  commands: [],
  posts: [],
}

/** Remembers that a command was chosen. */
export const rememberCommand = (id: CommandId): void => {
  recent.commands = toFront(recent.commands, id)
}

useDocument.subscribe(({ post }, { post: before }) => {
  if (post && post.id !== before?.id) recent.posts = toFront(recent.posts, post.id)
})
