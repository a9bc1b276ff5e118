import { EditorView, runScopeHandlers } from '@codemirror/view'
import { EmacsHandler, emacs } from '@replit/codemirror-emacs'
import type { CommandId } from '../../../shared/commands'
import { runCommand } from '../../base/command-bus'
import type { KeyBindings } from './bindings'
import { eventsOfKeys } from './events-of-keys'

const taken = new Set('abdefghklmnopqrstuvwxyz/ _-'.split(''))
const takenWithAlt = new Set('bcdfghlsuvwxy;/@<>'.split(''))

/** The editor's own handling of a key: lists continue, tables get rows, graphemes are deleted as a whole. */
const byTheEditor = (key: string) => (view: EditorView) =>
  void runScopeHandlers(view, new KeyboardEvent('keydown', { key, code: key }), 'editor')

const ofTheApp: Readonly<Record<string, CommandId>> = {
  'C-s': 'find',
  'C-r': 'find',
  'C-x C-s': 'save',
  'C-x s': 'save-all',
  'C-x C-f': 'quick-open',
  'C-x b': 'next-recent-post',
  'C-x k': 'close-post',
}

for (const key of ['Enter', 'Backspace', 'Delete'])
  EmacsHandler.bindKey(key === 'Enter' ? 'Return' : key, byTheEditor(key))
for (const [keys, command] of Object.entries(ofTheApp)) EmacsHandler.bindKey(keys, () => runCommand(command))

const look = EditorView.theme({
  '&.cm-editor .cm-fat-cursor': { background: 'var(--accent)', color: 'var(--pane)' },
  '&.cm-editor:not(.cm-focused) .cm-fat-cursor': { background: 'none', outline: '1px solid var(--accent)' },
  '.cm-vim-panel, .cm-vim-panel input': {
    backgroundColor: 'var(--side)',
    color: 'var(--text)',
    font: '13px var(--font-mono)',
  },
})

/** Emacs key bindings; those that save, open and close run commands of the app. */
export const emacsKeys = (): KeyBindings => ({
  extension: [eventsOfKeys(), emacs(), look],
  takes: ({ ctrlKey, altKey, shiftKey, metaKey, key }) => {
    if (shiftKey || metaKey) return false
    return (ctrlKey && taken.has(key.toLowerCase())) || (altKey && takenWithAlt.has(key.toLowerCase()))
  },
})
