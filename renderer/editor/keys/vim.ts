import { EditorView } from '@codemirror/view'
import { getCM, Vim, vim } from '@replit/codemirror-vim'
import { runCommand } from '../../base/command-bus'
import { editorView } from '../../document/document-store'
import type { KeyBindings } from './bindings'
import { wholeLetters } from './whole-letters'

/** Letters that Vim uses with Ctrl, by mode. */
const inNormal = new Set('abcdefhiorutvwxy['.split(''))
const inInsert = new Set('cdhrtuw['.split(''))

Vim.defineEx('write', 'w', () => runCommand('save'))
Vim.defineEx('quit', 'q', () => runCommand('close-post'))
Vim.defineEx('wq', 'wq', () => {
  runCommand('save')
  runCommand('close-post') // waits for the save
})
Vim.defineEx('edit', 'e', () => runCommand('quick-open'))

const look = EditorView.theme({
  '&.cm-editor .cm-fat-cursor': { background: 'var(--accent)', color: 'var(--pane)' },
  '&.cm-editor:not(.cm-focused) .cm-fat-cursor': { background: 'none', outline: '1px solid var(--accent)' },
  '.cm-vim-panel, .cm-vim-panel input': { color: 'var(--text)', font: '13px var(--font-mono)' },
  '.cm-vim-panel': { padding: '2px 10px' },
})

/** Vim's modes and keys, with a command line below the text. `:w`, `:q` and `:wq` run commands of the app. */
export const vimKeys = (): KeyBindings => ({
  extension: [vim({ status: true }), wholeLetters, look],
  takes: ({ ctrlKey, shiftKey, altKey, metaKey, key }) => {
    if (!ctrlKey || shiftKey || altKey || metaKey) return false
    const view = editorView()
    const isInserting = view !== null && getCM(view)?.state.vim?.insertMode === true
    return (isInserting ? inInsert : inNormal).has(key.toLowerCase())
  },
})
