import type { Extension } from '@codemirror/state'

/** Another editor's key bindings, and which of the app's keys they use while the text has the focus. */
export interface KeyBindings {
  readonly extension: Extension
  readonly takes: (event: KeyboardEvent) => boolean
}
