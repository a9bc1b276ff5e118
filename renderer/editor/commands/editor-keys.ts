import { acceptCompletion, closeBracketsKeymap, completionKeymap } from '@codemirror/autocomplete'
import { defaultKeymap, historyKeymap, indentWithTab } from '@codemirror/commands'
import { searchKeymap } from '@codemirror/search'
import { Prec } from '@codemirror/state'
import { keymap } from '@codemirror/view'
import { commands, keyOf } from '../../../shared/commands'
import { isMac } from '../../base/platform'
import { foldKeys } from './fold-keys'

const leftToTheField = new Set(['undo', 'redo'])
const taken = new Set(
  commands.filter(({ id }) => !leftToTheField.has(id)).map((command) => keyOf(command, isMac)),
)
const standing = [...closeBracketsKeymap, ...historyKeymap, ...searchKeymap, ...defaultKeymap]

/**
 * The keys of the text, except those in the table of commands, so that menu, palette and tooltips show the keys that
 * really run them.
 */
export const editorKeys = [
  foldKeys,
  Prec.highest(keymap.of([{ key: 'Enter', run: acceptCompletion }])), // an open completion list handles Enter before it continues markdown lists
  keymap.of([
    ...completionKeymap,
    ...standing.filter(({ key, mac }) => !taken.has((isMac && mac) || key)),
    indentWithTab, // Ctrl+M or Escape gives Tab back to the focus
  ]),
]
